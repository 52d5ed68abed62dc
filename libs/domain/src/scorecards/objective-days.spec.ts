import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';
import { meetsMinimum, objectivesMet, streakOf } from './objective-days.js';

const day = (text: string) => text as BusinessDate;
const days = (told: Readonly<Record<string, boolean>>) =>
  Object.entries(told).map(([date, isMet]) => ({ date: day(date), isMet }));

const monthOf = (date: BusinessDate) => date.slice(0, 7);
const STRICT = { misses: 0, monthOf };

describe('a streak', () => {
  it('goes on over a weekend, and today does not break it: Thursday, Friday, Monday is 3', () => {
    const some = days({
      '2026-11-19': true,
      '2026-11-20': true,
      '2026-11-23': true,
      '2026-11-24': false,
    });
    expect(streakOf(some, day('2026-11-24'), STRICT)).toEqual({
      current: 3,
      longest: 3,
      lastMetDay: '2026-11-23',
      forgivenThisMonth: 0,
    });
  });

  it('goes on over a holiday: five days of a week and the Tuesday after it is 6', () => {
    const met = [
      '2026-11-09',
      '2026-11-10',
      '2026-11-11',
      '2026-11-12',
      '2026-11-13',
      '2026-11-17',
    ];
    const some = days(Object.fromEntries(met.map((date) => [date, true])));
    expect(streakOf(some, day('2026-11-17'), STRICT).current).toBe(6);
  });

  it('ends on a day that is over and was not met', () => {
    const some = days({ '2026-11-18': true, '2026-11-19': true, '2026-11-20': false });
    expect(streakOf(some, day('2026-11-21'), STRICT)).toEqual({
      current: 0,
      longest: 2,
      lastMetDay: '2026-11-19',
      forgivenThisMonth: 0,
    });
  });

  it('counts today as soon as it is met', () => {
    const some = days({ '2026-11-19': true, '2026-11-20': true });
    expect(streakOf(some, day('2026-11-20'), STRICT).current).toBe(2);
  });

  it('of nobody who ever met anything is 0', () => {
    expect(streakOf([], day('2026-11-20'), STRICT)).toEqual({
      current: 0,
      longest: 0,
      lastMetDay: null,
      forgivenThisMonth: 0,
    });
  });

  it('is never longer than the longest, nor the longest than the days that were met', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 28 }), fc.nat({ max: 28 }), (met, upTo) => {
        const some = met.map((isMet, index) => ({
          date: day(`2026-02-${String(index + 1).padStart(2, '0')}`),
          isMet,
        }));
        const today = day(`2026-02-${String(upTo + 1).padStart(2, '0')}`);
        const { current, longest } = streakOf(some, today, STRICT);
        expect(current).toBeLessThanOrEqual(longest);
        expect(longest).toBeLessThanOrEqual(objectivesMet(some, today).daysMet);
      }),
    );
  });
});

describe('a streak that outlives misses', () => {
  /** `x` is met, `.` is missed, from a day on. */
  const told = (from: string, marks: string) =>
    marks
      .split('')
      .map((mark, index) => ({ date: addDays(day(from), index), isMet: mark === 'x' }));
  const streak = (from: string, marks: string, misses: number) => {
    const some = told(from, marks);
    return streakOf(some, addDays(day(from), marks.length), { misses, monthOf });
  };

  it.each([
    ['a miss within the grace', '2026-11-02', 'xxx.xx', 1, 5, 5, 1],
    ['one miss more than that', '2026-11-02', 'xx.x.xx', 1, 2, 3, 1],
    ['two misses in a row', '2026-11-02', 'xxx..xx', 2, 5, 5, 2],
    ['a miss with nothing to lose, which uses up nothing', '2026-11-02', '..xx.x', 1, 3, 3, 1],
    ['a miss in each of two months', '2026-10-30', 'x.x.x', 1, 3, 3, 1],
    ['two misses in the month before', '2026-10-27', 'x..xxx', 1, 3, 3, 0],
    ['no grace', '2026-11-02', 'xx.x', 0, 1, 2, 0],
  ] as const)('after %s', (_, from, marks, misses, current, longest, forgivenThisMonth) => {
    const { lastMetDay: __, ...counted } = streak(from, marks, misses);
    expect(counted).toEqual({ current, longest, forgivenThisMonth });
  });

  it('is never shorter for more grace, and never longer than the days that were met', () => {
    const marks = fc.array(fc.constantFrom('x', '.'), { maxLength: 60 });
    fc.assert(
      fc.property(marks, fc.nat({ max: 5 }), (some, misses) => {
        const text = some.join('');
        const [less, more] = [streak('2026-10-10', text, misses), streak('2026-10-10', text, 31)];
        expect(less.longest).toBeLessThanOrEqual(more.longest);
        expect(more.longest).toBeLessThanOrEqual(some.filter((mark) => mark === 'x').length);
        expect(less.forgivenThisMonth).toBeLessThanOrEqual(misses);
      }),
    );
  });
});

describe('objectives', () => {
  it('met on 15 of 18 days are 15 of 18', () => {
    const some = Array.from({ length: 18 }, (_, index) => ({
      date: day(`2026-11-${String(index + 1).padStart(2, '0')}`),
      isMet: index >= 3,
    }));
    expect(objectivesMet(some, day('2026-11-20'))).toEqual({ daysMet: 15, daysPresent: 18 });
  });

  it('leave today out until it is met', () => {
    const some = days({ '2026-11-19': true, '2026-11-20': false });
    expect(objectivesMet(some, day('2026-11-20'))).toEqual({ daysMet: 1, daysPresent: 1 });
  });

  it.each([
    [5, 'higher', true],
    [4, 'higher', false],
    [null, 'higher', false],
    [5, 'lower', true],
    [6, 'lower', false],
    [null, 'lower', true],
  ] as const)('ask for 5: %j, where %s is better, is enough: %j', (value, direction, enough) => {
    expect(meetsMinimum(value, 5, direction)).toBe(enough);
  });
});
