import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from './business-date.js';
import { addDays } from './business-date.js';
import type { PeriodKind } from './period.js';
import { PERIOD_KINDS, includesDate, parsePeriod, periodOf } from './period.js';
import { dayLabel, periodLabel } from './period-label.js';

const day = (text: string) => text as BusinessDate;

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
    expect(periodOf(kind, day(date))).toEqual({ kind, key, startsOn, endsOn });
  });

  it('may begin its weeks on Sunday', () => {
    expect(periodOf('week', day('2026-11-21'), 7).key).toBe('2026-11-15');
    expect(periodOf('week', day('2026-11-22'), 7).key).toBe('2026-11-22');
  });

  it('holds the day, ends before the next begins, and is found again by its key', () => {
    const date = fc
      .integer({ min: 10_000, max: 25_000 })
      .map((epochDay) => day(new Date(epochDay * 86_400_000).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(date, fc.constantFrom(...PERIOD_KINDS), (some, kind) => {
        const period = periodOf(kind, some);
        expect(includesDate(period, some)).toBe(true);
        expect(parsePeriod(kind, period.key)).toEqual(period);
        if (period.endsOn === null) return;
        const next = periodOf(kind, addDays(period.endsOn, 1));
        expect(next.startsOn).toBe(addDays(period.endsOn, 1));
      }),
    );
  });

  it.each<[PeriodKind, string]>([
    ['month', '2026-13'],
    ['week', '2026-11-17'],
    ['quarter', '2026-Q5'],
    ['year', '26'],
    ['all', 'ever'],
    ['day', '2026-02-30'],
  ])('%s has no %s', (kind, key) => expect(parsePeriod(kind, key)).toBeUndefined());
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
    const period = parsePeriod(kind, key);
    expect(period && periodLabel(period, day('2026-11-21'), 'en-IE')).toBe(label);
  });

  it('and a day, with its year where that is another', () => {
    expect(dayLabel(day('2026-12-31'), day('2026-11-21'), 'en-IE')).toBe('31 December');
    expect(dayLabel(day('2027-01-31'), day('2026-11-21'), 'en-IE')).toBe('31 January 2027');
  });
});
