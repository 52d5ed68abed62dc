import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from './business-date.js';
import { addDays } from './business-date.js';
import type { FiscalCalendar } from './fiscal-calendar.js';
import { FISCAL_PATTERNS, PLAIN_CALENDAR } from './fiscal-calendar.js';
import { movedPeriods } from './moved-periods.js';
import { yearOutline } from './year-outline.js';

const TODAY = '2026-11-22' as BusinessDate;
const APRIL: FiscalCalendar = { ...PLAIN_CALENDAR, startMonth: 4 };
const SHOPS: FiscalCalendar = { startMonth: 2, pattern: '4-5-4', weekStartsOn: 7 };

describe('the outline of a year', () => {
  it.each<[string, FiscalCalendar, string[]]>([
    ['of the calendar', PLAIN_CALENDAR, ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
    ['from April', APRIL, ['FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4']],
  ])('%s is four quarters of three months', (_, calendar, keys) => {
    const { quarters } = yearOutline(TODAY, calendar);
    expect(quarters.map(({ quarter }) => quarter.key)).toEqual(keys);
    expect(quarters.map(({ months }) => months.length)).toEqual([3, 3, 3, 3]);
  });

  it('has its months between its first and its last day, one after the other', () => {
    const calendar = fc.record({
      startMonth: fc.integer({ min: 1, max: 12 }),
      pattern: fc.constantFrom(...FISCAL_PATTERNS),
      weekStartsOn: fc.integer({ min: 1, max: 7 }),
    });
    const date = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(TODAY, days));
    fc.assert(
      fc.property(date, calendar, (some, own) => {
        const { year, quarters } = yearOutline(some, own);
        const months = quarters.flatMap((one) => one.months);
        expect(months).toHaveLength(12);
        expect(months[0]?.startsOn).toBe(year.startsOn);
        expect(months.at(-1)?.endsOn).toBe(year.endsOn);
        months.slice(1).forEach((month, index) => {
          expect(month.startsOn).toBe(addDays(months[index]?.endsOn as BusinessDate, 1));
        });
      }),
    );
  });
});

describe('what another calendar moves', () => {
  it.each<[string, FiscalCalendar, FiscalCalendar, string[]]>([
    ['nothing, where nothing is changed', APRIL, APRIL, []],
    ['weeks alone', PLAIN_CALENDAR, { ...PLAIN_CALENDAR, weekStartsOn: 6 }, ['week']],
    // The months stay those of the calendar.
    ['quarters and years', PLAIN_CALENDAR, APRIL, ['quarter', 'year']],
    ['all that have weeks', APRIL, SHOPS, ['week', 'month', 'quarter', 'year']],
  ])('is %s', (_, before, after, kinds) => {
    expect(movedPeriods(TODAY, before, after).map((one) => one.after.kind)).toEqual(kinds);
  });
});
