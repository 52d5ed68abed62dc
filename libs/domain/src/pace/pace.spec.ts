import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import { attendanceOf } from '../people/presence.js';
import { daysOver, shareOfDayOver } from './elapsed-days.js';
import { paceOf } from './pace.js';

const day = (text: string) => text as BusinessDate;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const inCents = (amount: number | null) => Math.round(amount ?? Number.NaN);

describe('the pace of Michael Blythe, who sold 181,314.76 of 500,000 by the end of 15 November 2019', () => {
  it.each([
    ['every day of the calendar', EVERY_DAY, [], 30, 15, 250_000_00, 0.7253, 21_245_68],
    ['weekdays', null, [], 21, 11, 261_904_76, 0.6923, 31_868_52],
    [
      'weekdays but two holidays',
      null,
      ['2019-11-11', '2019-11-28'],
      19,
      10,
      263_157_89,
      0.689,
      35_409_47,
    ],
  ])('over %s', (_, workingDays, holidays, total, elapsed, expected, pace, perDay) => {
    const presence = {
      workingDays,
      absences: [],
      holidays: new Set(holidays.map(day)),
      hiredOn: null,
      leftOn: null,
    };
    const { present } = attendanceOf(presence, day('2019-11-01'), day('2019-11-30'));
    expect(present).toHaveLength(total);
    // After the 15th, which was a Friday: as a Saturday morning sees it.
    expect(daysOver(present, day('2019-11-16'))).toBe(elapsed);
    const told = paceOf({ actual: 181_314_76, target: 500_000_00, elapsed, total });
    expect(inCents(told.expected)).toBe(expected);
    expect(told.pace).toBeCloseTo(pace, 4);
    expect(inCents(told.neededPerDay)).toBe(perDay);
  });
});

describe('a pace', () => {
  it('is what the catalogue says of 45,000 on day 11 of 21', () => {
    const told = paceOf({ actual: 45_000_00, target: 100_000_00, elapsed: 11, total: 21 });
    expect(inCents(told.expected)).toBe(52_380_95);
    expect(told.pace).toBeCloseTo(0.859, 3);
    expect(told.neededPerDay).toBe(5_500_00);
    expect(inCents(told.projection)).toBe(85_909_09);
  });

  it('has not started before a working day is over, even if something was won at the weekend', () => {
    expect(paceOf({ actual: 500, target: 1_000, elapsed: 0, total: 20 })).toEqual({
      state: 'not-started',
      expected: 0,
      pace: null,
      neededPerDay: 25,
      projection: null,
    });
  });

  it('makes no day of thousands of calls out of the first one at a minute past eight', () => {
    const told = paceOf({ actual: 1, target: 45, elapsed: 1 / 600, total: 1 });
    expect([told.state, told.pace, told.projection]).toEqual(['not-started', null, null]);
  });

  it('asks for nothing a day once no day is left', () => {
    expect(paceOf({ actual: 800, target: 1_000, elapsed: 20, total: 20 })).toEqual({
      state: 'over',
      expected: 1_000,
      pace: 0.8,
      neededPerDay: null,
      projection: 800,
    });
  });

  it('asks for nothing more once the target is met', () => {
    const told = paceOf({ actual: 1_200, target: 1_000, elapsed: 10, total: 20 });
    expect(told.neededPerDay).toBe(0);
  });

  it('of who is away all the time is none', () => {
    expect(paceOf({ actual: 800, target: 0, elapsed: 0, total: 0 })).toEqual({
      state: 'over',
      expected: null,
      pace: null,
      neededPerDay: null,
      projection: null,
    });
  });

  it('counts what was won on a day off', () => {
    const weekday = paceOf({ actual: 100, target: 1_000, elapsed: 5, total: 20 });
    const withSaturday = paceOf({ actual: 350, target: 1_000, elapsed: 5, total: 20 });
    expect([weekday.pace, withSaturday.pace]).toEqual([0.4, 1.4]);
  });

  it('is never infinite and no number that is none, whatever goes in', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000_000 });
    const days = fc.record({
      elapsed: fc.double({ min: 0, max: 70, noNaN: true }),
      total: fc.nat({ max: 66 }),
    });
    fc.assert(
      fc.property(amount, fc.nat(), days, (actual, target, { elapsed, total }) => {
        const { state: _, ...numbers } = paceOf({ actual, target, elapsed, total });
        for (const number of Object.values(numbers)) {
          expect(number === null || Number.isFinite(number)).toBe(true);
        }
      }),
    );
  });

  it('of who meets the target exactly as planned is 1, and ends at the target', () => {
    const some = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 2, max: 66 }));
    fc.assert(
      fc.property(some, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([target, total], of) => {
        const elapsed = Math.max(1, Math.floor(total * of));
        const told = paceOf({ actual: (target * elapsed) / total, target, elapsed, total });
        expect(told.pace).toBeCloseTo(1, 9);
        expect((told.projection ?? 0) / target).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('how much of a day is over', () => {
  it.each([
    ['2026-11-18', '2026-11-18T07:30:00Z', 0],
    ['2026-11-18', '2026-11-18T13:00:00Z', 0.5],
    ['2026-11-18', '2026-11-18T21:00:00Z', 1],
    ['2026-11-21', '2026-11-21T13:00:00Z', 0.5],
    ['2026-11-17', '2026-11-18T07:30:00Z', 1],
    ['2026-11-19', '2026-11-18T13:00:00Z', 0],
  ])('%s at %s in Dublin: %d', (date, now, share) => {
    expect(shareOfDayOver(day(date), Date.parse(now), 'Europe/Dublin')).toBe(share);
  });
});
