import type { BusinessDate } from './business-date.js';
import { addDays, parseBusinessDate, weekdayOf } from './business-date.js';
import type { FiscalCalendar } from './fiscal-calendar.js';
import { PLAIN_CALENDAR, fiscalPeriodOf } from './fiscal-calendar.js';
import { fiscalKeyOf, isFiscalKey, parseFiscalKey } from './fiscal-key.js';

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year', 'all'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of business days that a board counts. A new period is a new key; nothing is erased at midnight. */
export interface Period {
  readonly kind: PeriodKind;
  /**
   * `2026-11-21`, the week's first day `2026-11-16`, `2026-11`, `2026-Q4`, `2026` or `all`; of a fiscal year
   * `FY2027-P08`, `FY2027-Q3` or `FY2027`.
   */
  readonly key: string;
  /** First and last day, inclusive; null for all time. */
  readonly startsOn: BusinessDate | null;
  readonly endsOn: BusinessDate | null;
  /** By which the periods before and after it are found: as much of a calendar as this kind depends on. */
  readonly calendar: FiscalCalendar;
}

/** The period of `kind` that `date` belongs to. */
export function periodOf(kind: PeriodKind, date: BusinessDate, calendar: FiscalCalendar): Period {
  switch (kind) {
    case 'day':
      return { kind, key: date, startsOn: date, endsOn: date, calendar: PLAIN_CALENDAR };
    case 'week':
      return weekOf(date, calendar.weekStartsOn);
    case 'month':
    case 'quarter':
    case 'year':
      return isPlain(kind, calendar) ? plainOf(kind, date) : fiscalOf(kind, date, calendar);
    case 'all':
      return { kind, key: 'all', startsOn: null, endsOn: null, calendar: PLAIN_CALENDAR };
  }
}

/**
 * Reads back a period from its kind and key; undefined when the key is none of that kind. A key that names
 * days by itself means them under any calendar: what was kept under an earlier one still leads there.
 */
export function parsePeriod(
  kind: PeriodKind,
  key: string,
  calendar: FiscalCalendar,
): Period | undefined {
  if (isFiscalKey(kind, key)) {
    const day = isPlain(kind, calendar) ? undefined : parseFiscalKey(key, calendar)?.startsOn;
    return day && periodOf(kind, day, calendar);
  }
  const day = parseBusinessDate(firstDayOfKey(kind, key));
  if (!day) return kind === 'all' && key === 'all' ? allTime : undefined;
  const own = periodOf(kind, day, calendar);
  const period = own.key === key ? own : periodOf(kind, day, PLAIN_CALENDAR);
  return period.key === key ? period : undefined;
}

/** Whether a key can name a period of the kind; of which days, may depend on the calendar. */
export function isPeriodKey(kind: PeriodKind, key: string): boolean {
  if (isFiscalKey(kind, key)) return true;
  if (kind === 'week') return parseBusinessDate(key) !== undefined;
  return parsePeriod(kind, key, PLAIN_CALENDAR) !== undefined;
}

/** Whether the period counts the day. */
export function includesDate(period: Period, date: BusinessDate): boolean {
  return (
    (period.startsOn === null || period.startsOn <= date) &&
    (period.endsOn === null || date <= period.endsOn)
  );
}

/** The period before or after, by the same calendar; undefined for all time. */
export function neighbourOf(period: Period, by: -1 | 1): Period | undefined {
  const { kind, startsOn, endsOn, calendar } = period;
  if (startsOn === null || endsOn === null) return undefined;
  return periodOf(kind, by === -1 ? addDays(startsOn, -1) : addDays(endsOn, 1), calendar);
}

const allTime = periodOf('all', '1970-01-01' as BusinessDate, PLAIN_CALENDAR);

type YearPart = 'month' | 'quarter' | 'year';

/** Whether periods of the kind are those that everybody's calendar has, whatever begins when. */
function isPlain(kind: PeriodKind, { pattern, startMonth }: FiscalCalendar): boolean {
  if (kind === 'day' || kind === 'week' || kind === 'all') return true;
  return pattern === 'months' && (startMonth === 1 || kind === 'month');
}

function weekOf(date: BusinessDate, weekStartsOn: number): Period {
  const startsOn = addDays(date, -((weekdayOf(date) - weekStartsOn + 7) % 7));
  const calendar = { ...PLAIN_CALENDAR, weekStartsOn };
  return { kind: 'week', key: startsOn, startsOn, endsOn: addDays(startsOn, 6), calendar };
}

function fiscalOf(kind: YearPart, date: BusinessDate, calendar: FiscalCalendar): Period {
  const fiscal = fiscalPeriodOf(kind, date, calendar);
  const { startsOn, endsOn } = fiscal;
  return { kind, key: fiscalKeyOf(fiscal), startsOn, endsOn, calendar };
}

function plainOf(kind: YearPart, date: BusinessDate): Period {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  switch (kind) {
    case 'month':
      return months(kind, date.slice(0, 7), year, month, 1);
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return months(kind, `${year}-Q${quarter}`, year, quarter * 3 - 2, 3);
    }
    case 'year':
      return months(kind, year, year, 1, 12);
  }
}

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

function months(kind: YearPart, key: string, year: string, first: number, count: number): Period {
  const startsOn = `${year}-${String(first).padStart(2, '0')}-01` as BusinessDate;
  const afterwards = new Date(Date.UTC(Number(year), first - 1 + count, 1));
  const next = afterwards.toISOString().slice(0, 10) as BusinessDate;
  return { kind, key, startsOn, endsOn: addDays(next, -1), calendar: PLAIN_CALENDAR };
}
