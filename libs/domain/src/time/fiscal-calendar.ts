import type { BusinessDate } from './business-date.js';
import { addDays, epochDayOf, weekdayOf } from './business-date.js';

/** Months of the calendar, or months of whole weeks: so many in each of a quarter's three. */
export const FISCAL_PATTERNS = ['months', '4-4-5', '4-5-4', '5-4-4'] as const;
export type FiscalPattern = (typeof FISCAL_PATTERNS)[number];

export interface FiscalCalendar {
  /** 1 is January. */
  readonly startMonth: number;
  readonly pattern: FiscalPattern;
  /** 1 is Monday, 7 is Sunday; of a year of whole weeks, its first day. */
  readonly weekStartsOn: number;
}

/** Of a year that begins in January it is that year, of any other the one in which it ends. */
export interface FiscalPeriod {
  readonly kind: 'month' | 'quarter' | 'year';
  readonly year: number;
  /** 1 to 12 of months, 1 to 4 of quarters, 1 of years. */
  readonly number: number;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
}

/** Years from January, of months of the calendar, and weeks from Monday. */
export const PLAIN_CALENDAR: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStartsOn: 1 };

const WEEKS: Readonly<Record<Exclude<FiscalPattern, 'months'>, readonly number[]>> = {
  '4-4-5': [4, 4, 5],
  '4-5-4': [4, 5, 4],
  '5-4-4': [5, 4, 4],
};
const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const;

/** The fiscal period of a kind that a day belongs to. */
export function fiscalPeriodOf(
  kind: FiscalPeriod['kind'],
  date: BusinessDate,
  calendar: FiscalCalendar,
): FiscalPeriod {
  const year = fiscalYearOf(date, calendar);
  const month = monthStarts(year, calendar).findLastIndex((start) => start <= date);
  return fiscalPeriod(kind, year, Math.floor(month / MONTHS_IN[kind]) + 1, calendar);
}

/** The period of a kind with this number in a fiscal year. @throws RangeError when there is none. */
export function fiscalPeriod(
  kind: FiscalPeriod['kind'],
  year: number,
  number: number,
  calendar: FiscalCalendar,
): FiscalPeriod {
  const starts = monthStarts(year, calendar);
  const length = MONTHS_IN[kind];
  const startsOn = starts[(number - 1) * length];
  if (startsOn === undefined) throw new RangeError(`A fiscal year has no ${kind} ${number}`);
  const next = starts[number * length] ?? yearStart(year + 1, calendar);
  return { kind, year, number, startsOn, endsOn: addDays(next, -1) };
}

function fiscalYearOf(date: BusinessDate, calendar: FiscalCalendar): number {
  const latest = Number(date.slice(0, 4)) + 2;
  for (let year = latest; ; year -= 1) if (yearStart(year, calendar) <= date) return year;
}

/**
 * The first of the month; of a year of whole weeks, the day nearest to it on which weeks begin, so that a year has 52
 * weeks and now and then 53.
 */
function yearStart(year: number, { startMonth, pattern, weekStartsOn }: FiscalCalendar) {
  const first = firstOfMonth(startMonth === 1 ? year : year - 1, startMonth);
  if (pattern === 'months') return first;
  const before = (weekdayOf(first) - weekStartsOn + 7) % 7;
  return addDays(first, before <= 3 ? -before : 7 - before);
}

/** Every board of a fiscal year asks for them, again and again. */
const startsOf = new Map<string, readonly BusinessDate[]>();
const MOST_YEARS = 1_000;

function monthStarts(year: number, calendar: FiscalCalendar): readonly BusinessDate[] {
  const { startMonth, pattern, weekStartsOn } = calendar;
  const name = `${year} ${pattern} ${startMonth} ${weekStartsOn}`;
  const known = startsOf.get(name);
  if (known) return known;
  if (startsOf.size >= MOST_YEARS) startsOf.clear();
  const starts = workOutStarts(year, calendar);
  startsOf.set(name, starts);
  return starts;
}

/** A 53rd week belongs to the last month. */
function workOutStarts(year: number, calendar: FiscalCalendar): readonly BusinessDate[] {
  const { startMonth, pattern } = calendar;
  if (pattern === 'months') {
    const first = startMonth === 1 ? year : year - 1;
    return Array.from({ length: 12 }, (_, month) => firstOfMonth(first, startMonth + month));
  }
  const starts: BusinessDate[] = [];
  let start = yearStart(year, calendar);
  for (let month = 0; month < 12; month += 1) {
    starts.push(start);
    start = addDays(start, 7 * (WEEKS[pattern][month % 3] as number));
  }
  return starts;
}

/** Months beyond December are those of the next year. */
function firstOfMonth(year: number, month: number): BusinessDate {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10) as BusinessDate;
}

/** How many weeks a year of whole weeks has. */
export function weeksIn({ startsOn, endsOn }: Pick<FiscalPeriod, 'startsOn' | 'endsOn'>): number {
  return (epochDayOf(endsOn) - epochDayOf(startsOn) + 1) / 7;
}
