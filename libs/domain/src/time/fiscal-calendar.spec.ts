import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from './business-date.js';
import { addDays, weekdayOf } from './business-date.js';
import type { FiscalCalendar, FiscalPeriod } from './fiscal-calendar.js';
import { fiscalPeriodOf, weeksIn } from './fiscal-calendar.js';

const day = (text: string) => text as BusinessDate;
const SUNDAY = 7;
/** As shops have it: weeks from Sunday, the year from the one nearest to the first of February. */
const SHOPS: FiscalCalendar = { startMonth: 2, pattern: '4-5-4', weekStartsOn: SUNDAY };

const told = ({ year, number, startsOn, endsOn }: FiscalPeriod) =>
  `${year}/${number} ${startsOn} ${endsOn}`;

describe('a fiscal period', () => {
  it.each([
    ['month', '2026-11-22', '2027/8 2026-11-01 2026-11-30'],
    ['quarter', '2026-11-22', '2027/3 2026-10-01 2026-12-31'],
    ['year', '2026-11-22', '2027/1 2026-04-01 2027-03-31'],
    ['quarter', '2026-03-31', '2026/4 2026-01-01 2026-03-31'],
    ['month', '2028-02-29', '2028/11 2028-02-01 2028-02-29'],
  ] as const)('%s of %s in a year from April is %s', (kind, date, period) => {
    const calendar: FiscalCalendar = { startMonth: 4, pattern: 'months', weekStartsOn: 1 };
    expect(told(fiscalPeriodOf(kind, day(date), calendar))).toBe(period);
  });

  it('is that of the calendar in a year from January', () => {
    const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStartsOn: 1 };
    expect(told(fiscalPeriodOf('quarter', day('2026-11-22'), calendar))).toBe(
      '2026/4 2026-10-01 2026-12-31',
    );
  });

  // The National Retail Federation calls these years 2023 and 2024, by when they begin.
  it.each([
    ['2023-06-01', '2024/1 2023-01-29 2024-02-03', 53],
    ['2024-06-01', '2025/1 2024-02-04 2025-02-01', 52],
    ['2025-06-01', '2026/1 2025-02-02 2026-01-31', 52],
  ])('of whole weeks is the year that shops know: %s in %s', (date, year, weeks) => {
    const period = fiscalPeriodOf('year', day(date), SHOPS);
    expect([told(period), weeksIn(period)]).toEqual([year, weeks]);
  });

  it.each([
    ['4-4-5', [4, 4, 5]],
    ['4-5-4', [4, 5, 4]],
    ['5-4-4', [5, 4, 4]],
  ] as const)('%s has months of %j weeks', (pattern, weeks) => {
    const calendar: FiscalCalendar = { ...SHOPS, pattern };
    let date = day('2025-02-02');
    for (const expected of weeks) {
      const month = fiscalPeriodOf('month', date, calendar);
      expect(weeksIn(month)).toBe(expected);
      date = addDays(month.endsOn, 1);
    }
  });

  it('gives a 53rd week to the last month', () => {
    const last = fiscalPeriodOf('month', day('2024-02-03'), SHOPS);
    expect([told(last), weeksIn(last)]).toEqual(['2024/12 2023-12-31 2024-02-03', 5]);
  });

  it('holds its day, ends the day before the next begins, and lies in its quarter and year', () => {
    const date = fc
      .integer({ min: 10_000, max: 25_000 })
      .map((epochDay) => day(new Date(epochDay * 86_400_000).toISOString().slice(0, 10)));
    const calendar = fc.record({
      startMonth: fc.integer({ min: 1, max: 12 }),
      pattern: fc.constantFrom('months', '4-4-5', '4-5-4', '5-4-4'),
      weekStartsOn: fc.integer({ min: 1, max: 7 }),
    }) as fc.Arbitrary<FiscalCalendar>;
    fc.assert(
      fc.property(date, calendar, (some, fiscal) => {
        const [month, quarter, year] = (['month', 'quarter', 'year'] as const).map((kind) =>
          fiscalPeriodOf(kind, some, fiscal),
        ) as [FiscalPeriod, FiscalPeriod, FiscalPeriod];
        for (const period of [month, quarter, year]) {
          expect(period.startsOn <= some && some <= period.endsOn).toBe(true);
          const next = fiscalPeriodOf(period.kind, addDays(period.endsOn, 1), fiscal);
          expect(next.startsOn).toBe(addDays(period.endsOn, 1));
        }
        expect(quarter.number).toBe(Math.ceil(month.number / 3));
        expect(quarter.startsOn <= month.startsOn && month.endsOn <= quarter.endsOn).toBe(true);
        if (fiscal.pattern === 'months') return;
        expect([52, 53]).toContain(weeksIn(year));
        expect(weekdayOf(year.startsOn)).toBe(fiscal.weekStartsOn);
      }),
      { numRuns: 500 },
    );
  });
});
