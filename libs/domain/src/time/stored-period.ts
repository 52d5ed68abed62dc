import { weekdayOf, type BusinessDate } from './business-date.js';
import type { FiscalCalendar, FiscalPattern } from './fiscal-calendar.js';
import { FISCAL_PATTERNS, PLAIN_CALENDAR } from './fiscal-calendar.js';
import { isFiscalKey } from './fiscal-key.js';
import type { Period, PeriodKind } from './period.js';
import { isPeriodKey, parsePeriod } from './period.js';

/**
 * What tells a period from all others, whatever calendar they are of: its key, and of a fiscal year `.by-4-4-5-2-7`,
 * the pattern, the month in which it begins and the day on which weeks do.
 */
export function storedKeyOf({ kind, key, calendar }: Period): {
  readonly key: string;
  readonly suffix: string;
} {
  if (!isFiscalKey(kind, key)) return { key, suffix: '' };
  const { pattern, startMonth, weekStartsOn } = calendar;
  return { key, suffix: `.by-${pattern}-${startMonth}-${weekStartsOn}` };
}

/** Reads it back, `by` being what follows `.by-`; undefined when it names no period. */
export function parseStoredPeriod(
  kind: PeriodKind,
  key: string,
  by: string | undefined,
): Period | undefined {
  if (!isPeriodKey(kind, key) || isFiscalKey(kind, key) !== (by !== undefined)) return undefined;
  if (by !== undefined) {
    const calendar = parseCalendar(by);
    return calendar && parsePeriod(kind, key, calendar);
  }
  // A week says by its first day on which day weeks begin.
  const weekStartsOn = kind === 'week' ? weekdayOf(key as BusinessDate) : 1;
  return parsePeriod(kind, key, { ...PLAIN_CALENDAR, weekStartsOn });
}

const CALENDAR = new RegExp(
  `^(?<pattern>${FISCAL_PATTERNS.join('|')})-(?<month>[1-9]|1[0-2])-(?<day>[1-7])$`,
);

function parseCalendar(text: string): FiscalCalendar | undefined {
  const found = CALENDAR.exec(text)?.groups;
  if (!found) return undefined;
  const { pattern, month, day } = found;
  return {
    pattern: pattern as FiscalPattern,
    startMonth: Number(month),
    weekStartsOn: Number(day),
  };
}
