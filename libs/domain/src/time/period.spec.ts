import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from './business-date.js';
import { addDays, weekdayOf } from './business-date.js';
import type { FiscalCalendar } from './fiscal-calendar.js';
import { FISCAL_PATTERNS, PLAIN_CALENDAR } from './fiscal-calendar.js';
import type { PeriodKind } from './period.js';
import {
  PERIOD_KINDS,
  includesDate,
  isPeriodKey,
  neighbourOf,
  parsePeriod,
  periodOf,
} from './period.js';
import { dayLabel, periodLabel } from './period-label.js';

const day = (text: string) => text as BusinessDate;
const SUNDAYS: FiscalCalendar = { ...PLAIN_CALENDAR, weekStartsOn: 7 };
const APRIL: FiscalCalendar = { ...PLAIN_CALENDAR, startMonth: 4 };
/** As shops have it, from the Sunday nearest to the first of February. */
const SHOPS: FiscalCalendar = { startMonth: 2, pattern: '4-5-4', weekStartsOn: 7 };
/** From the Monday nearest to new year. */
const FACTORY: FiscalCalendar = { startMonth: 1, pattern: '4-4-5', weekStartsOn: 1 };

const someDay = fc
  .integer({ min: 10_000, max: 25_000 })
  .map((epochDay) => day(new Date(epochDay * 86_400_000).toISOString().slice(0, 10)));
const someKind = fc.constantFrom(...PERIOD_KINDS);
const boundedKind = fc.constantFrom<PeriodKind>('day', 'week', 'month', 'quarter', 'year');
const someCalendar: fc.Arbitrary<FiscalCalendar> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  pattern: fc.constantFrom(...FISCAL_PATTERNS),
  weekStartsOn: fc.integer({ min: 1, max: 7 }),
});

describe('the period of a day', () => {
  it.each<[PeriodKind, string, string, string | null, string | null]>([
    ['day', '2026-11-21', '2026-11-21', '2026-11-21', '2026-11-21'],
    ['week', '2026-11-21', '2026-11-16', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['week', '2027-01-01', '2026-12-28', '2026-12-28', '2027-01-03'],
    ['month', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-10-01', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['year', '2026-06-15', '2026', '2026-01-01', '2026-12-31'],
    ['all', '2026-06-15', 'all', null, null],
  ])('%s of %s is %s', (kind, date, key, startsOn, endsOn) => {
    const period = { kind, key, startsOn, endsOn, calendar: PLAIN_CALENDAR };
    expect(periodOf(kind, day(date), PLAIN_CALENDAR)).toEqual(period);
  });

  it.each<[PeriodKind, string, FiscalCalendar, string]>([
    ['week', '2026-11-21', SUNDAYS, '2026-11-15 2026-11-15 2026-11-21'],
    ['week', '2026-11-22', SUNDAYS, '2026-11-22 2026-11-22 2026-11-28'],
    // In New York summer time begins on a Sunday, the first day of its week.
    ['week', '2026-03-08', SUNDAYS, '2026-03-08 2026-03-08 2026-03-14'],
    ['week', '2026-03-07', SUNDAYS, '2026-03-01 2026-03-01 2026-03-07'],
    ['week', '2027-01-02', SUNDAYS, '2026-12-27 2026-12-27 2027-01-02'],
    ['month', '2026-11-22', APRIL, '2026-11 2026-11-01 2026-11-30'],
    ['quarter', '2026-03-31', APRIL, 'FY2026-Q4 2026-01-01 2026-03-31'],
    ['quarter', '2026-04-01', APRIL, 'FY2027-Q1 2026-04-01 2026-06-30'],
    ['year', '2026-04-01', APRIL, 'FY2027 2026-04-01 2027-03-31'],
    ['month', '2024-02-03', SHOPS, 'FY2024-P12 2023-12-31 2024-02-03'],
    ['month', '2024-02-04', SHOPS, 'FY2025-P01 2024-02-04 2024-03-02'],
    ['quarter', '2024-02-03', SHOPS, 'FY2024-Q4 2023-10-29 2024-02-03'],
    ['year', '2024-02-03', SHOPS, 'FY2024 2023-01-29 2024-02-03'],
    ['month', '2026-01-01', FACTORY, 'FY2026-P01 2025-12-29 2026-01-25'],
    // The 53rd week.
    ['quarter', '2026-12-31', FACTORY, 'FY2026-Q4 2026-09-28 2027-01-03'],
    ['year', '2027-01-03', FACTORY, 'FY2026 2025-12-29 2027-01-03'],
  ])('%s of %s by %j is %s', (kind, date, calendar, told) => {
    const { key, startsOn, endsOn } = periodOf(kind, day(date), calendar);
    expect(`${key} ${startsOn} ${endsOn}`).toBe(told);
  });

  it('holds the day, alone of its kind, and is found again by its key, in every calendar', () => {
    fc.assert(
      fc.property(someDay, someCalendar, someKind, (some, calendar, kind) => {
        const period = periodOf(kind, some, calendar);
        expect(includesDate(period, some)).toBe(true);
        expect(parsePeriod(kind, period.key, calendar)).toEqual(period);
        expect(isPeriodKey(kind, period.key)).toBe(true);
        const { startsOn, endsOn } = period;
        if (startsOn === null || endsOn === null) return;
        for (const edge of [startsOn, endsOn]) {
          expect(periodOf(kind, edge, calendar)).toEqual(period);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('lies between the one before and the one after, without a gap, in every calendar', () => {
    fc.assert(
      fc.property(someDay, someCalendar, boundedKind, (some, calendar, kind) => {
        const period = periodOf(kind, some, calendar);
        const [before, after] = [neighbourOf(period, -1), neighbourOf(period, 1)];
        expect(before?.endsOn).toBe(addDays(period.startsOn as BusinessDate, -1));
        expect(after?.startsOn).toBe(addDays(period.endsOn as BusinessDate, 1));
        expect(before && neighbourOf(before, 1)).toEqual(period);
        expect(after && neighbourOf(after, -1)).toEqual(period);
        expect(new Set([before?.key, period.key, after?.key]).size).toBe(3);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of all time has none before and none after', () => {
    const all = periodOf('all', day('2026-11-22'), APRIL);
    expect([neighbourOf(all, -1), neighbourOf(all, 1)]).toEqual([undefined, undefined]);
  });

  it('is no other under a plain calendar than it ever was', () => {
    fc.assert(
      fc.property(someDay, (some) => {
        const [year, month] = [some.slice(0, 4), Number(some.slice(5, 7))];
        const keys = PERIOD_KINDS.map((kind) => periodOf(kind, some, PLAIN_CALENDAR).key);
        const monday = addDays(some, 1 - weekdayOf(some));
        const quarter = `${year}-Q${Math.ceil(month / 3)}`;
        expect(keys).toEqual([some, monday, some.slice(0, 7), quarter, year, 'all']);
      }),
    );
  });

  it.each<[PeriodKind, string, string]>([
    ['quarter', '2026-Q4', '2026-10-01'],
    ['week', '2026-11-16', '2026-11-16'],
    ['month', '2026-11', '2026-11-01'],
    ['year', '2026', '2026-01-01'],
  ])('%s %s says itself which days it means, by any calendar', (kind, key, startsOn) => {
    for (const calendar of [PLAIN_CALENDAR, APRIL, SUNDAYS, SHOPS]) {
      expect(parsePeriod(kind, key, calendar)?.startsOn).toBe(startsOn);
    }
  });

  it.each<[PeriodKind, string, FiscalCalendar]>([
    ['quarter', 'FY2027-Q3', PLAIN_CALENDAR],
    ['month', 'FY2027-P08', APRIL],
    ['quarter', 'FY2027-Q5', APRIL],
    ['month', 'FY2027-P13', SHOPS],
    ['month', 'FY2027-P8', SHOPS],
    ['year', 'FY27', APRIL],
    ['year', 'FY2027-Q3', APRIL],
    ['week', '2026-11-18', SUNDAYS],
  ])('%s has no %s by %j', (kind, key, calendar) => {
    expect(parsePeriod(kind, key, calendar)).toBeUndefined();
  });

  it.each<[PeriodKind, string]>([
    ['month', '2026-13'],
    ['week', '2026-11-17'],
    ['quarter', '2026-Q5'],
    ['year', '26'],
    ['all', 'ever'],
    ['day', '2026-02-30'],
  ])('%s has no %s', (kind, key) => expect(parsePeriod(kind, key, PLAIN_CALENDAR)).toBeUndefined());
});

describe('what people call a period', () => {
  it.each<[PeriodKind, string, string]>([
    ['day', '2026-11-21', 'Today'],
    ['day', '2026-11-20', '20 November'],
    ['week', '2026-11-16', 'This week'],
    ['week', '2026-11-09', 'Week of 9 November'],
    ['month', '2026-11', 'November'],
    ['month', '2025-11', 'November 2025'],
    ['quarter', '2026-Q4', 'Q4 2026'],
    ['year', '2026', '2026'],
    ['all', 'all', 'All time'],
  ])('%s %s is %j', (kind, key, label) => {
    const period = parsePeriod(kind, key, PLAIN_CALENDAR);
    expect(period && periodLabel(period, day('2026-11-21'), 'en-IE')).toBe(label);
  });

  it.each<[PeriodKind, string, FiscalCalendar, string]>([
    ['quarter', 'FY2027-Q1', APRIL, 'Q1 FY27'],
    ['year', 'FY2027', APRIL, 'FY27'],
    ['month', '2026-11', APRIL, 'November'],
    ['month', 'FY2027-P03', SHOPS, 'P3 FY27'],
    ['month', 'FY2027-P12', SHOPS, 'P12 FY27'],
    ['week', '2026-11-08', SUNDAYS, 'Week of 8 November'],
    ['week', '2026-11-15', SUNDAYS, 'This week'],
  ])('%s %s by %j is %j', (kind, key, calendar, label) => {
    const period = parsePeriod(kind, key, calendar);
    expect(period && periodLabel(period, day('2026-11-21'), 'en-IE')).toBe(label);
  });

  it('and a day, with its year where that is another', () => {
    expect(dayLabel(day('2026-12-31'), day('2026-11-21'), 'en-IE')).toBe('31 December');
    expect(dayLabel(day('2027-01-31'), day('2026-11-21'), 'en-IE')).toBe('31 January 2027');
  });
});
