import type { BusinessDate } from './business-date.js';
import { addDays, parseBusinessDate, weekdayOf } from './business-date.js';

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year', 'all'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of business days that a board counts. A new period is a new key; nothing is erased at midnight. */
export interface Period {
  readonly kind: PeriodKind;
  /** `2026-11-21`, the week's first day `2026-11-16`, `2026-11`, `2026-Q4`, `2026` or `all`. */
  readonly key: string;
  /** First and last day, inclusive; null for all time. */
  readonly startsOn: BusinessDate | null;
  readonly endsOn: BusinessDate | null;
}

/** The period of `kind` that `date` belongs to. `weekStartsOn`: 1 is Monday, 7 is Sunday. */
export function periodOf(kind: PeriodKind, date: BusinessDate, weekStartsOn = 1): Period {
  switch (kind) {
    case 'day':
      return { kind, key: date, startsOn: date, endsOn: date };
    case 'week': {
      const startsOn = addDays(date, -((weekdayOf(date) - weekStartsOn + 7) % 7));
      return { kind, key: startsOn, startsOn, endsOn: addDays(startsOn, 6) };
    }
    case 'month':
      return months(kind, date.slice(0, 7), date.slice(0, 4), Number(date.slice(5, 7)), 1);
    case 'quarter': {
      const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
      const year = date.slice(0, 4);
      return months(kind, `${year}-Q${quarter}`, year, quarter * 3 - 2, 3);
    }
    case 'year':
      return months(kind, date.slice(0, 4), date.slice(0, 4), 1, 12);
    case 'all':
      return { kind, key: 'all', startsOn: null, endsOn: null };
  }
}

/** Reads back a period from its kind and key; undefined when the key is none of that kind. */
export function parsePeriod(kind: PeriodKind, key: string, weekStartsOn = 1): Period | undefined {
  const day = parseBusinessDate(firstDayOfKey(kind, key));
  if (!day) return kind === 'all' && key === 'all' ? allTime : undefined;
  const period = periodOf(kind, day, weekStartsOn);
  return period.key === key ? period : undefined;
}

/** Whether the period counts the day. */
export function includesDate(period: Period, date: BusinessDate): boolean {
  return (
    (period.startsOn === null || period.startsOn <= date) &&
    (period.endsOn === null || date <= period.endsOn)
  );
}

const allTime: Period = { kind: 'all', key: 'all', startsOn: null, endsOn: null };

function firstDayOfKey(kind: PeriodKind, key: string): string {
  switch (kind) {
    case 'day':
    case 'week':
      return key;
    case 'month':
      return `${key}-01`;
    case 'quarter': {
      const [year, quarter] = key.split('-Q');
      return `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
    }
    case 'year':
      return `${key}-01-01`;
    case 'all':
      return '';
  }
}

function months(
  kind: PeriodKind,
  key: string,
  year: string,
  firstMonth: number,
  count: number,
): Period {
  const startsOn = `${year}-${String(firstMonth).padStart(2, '0')}-01` as BusinessDate;
  const afterwards = new Date(Date.UTC(Number(year), firstMonth - 1 + count, 1));
  const next = afterwards.toISOString().slice(0, 10) as BusinessDate;
  return { kind, key, startsOn, endsOn: addDays(next, -1) };
}
