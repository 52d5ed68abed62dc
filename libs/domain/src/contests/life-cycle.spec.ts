import { describe, expect, it } from 'vitest';
import { HOUR, MONDAY, RULES, at, local, people } from './contest.fixture.js';
import type { ContestDeeds } from './life-cycle.js';
import { contestStateAt, windowsOfContest } from './life-cycle.js';
import type { ContestRules } from './rules/contest-rules.js';

const launched: ContestDeeds = { launchedAt: MONDAY - HOUR, finalisedAt: null, paidAt: null };
const final = { ...launched, finalisedAt: MONDAY + 200 * HOUR };

describe('the life of a contest', () => {
  it.each<[string, ContestDeeds, number, string]>([
    ['nobody has launched', { ...launched, launchedAt: null }, 5, 'draft'],
    ['is to be launched later', launched, -2, 'draft'],
    ['is launched and waits', launched, -1, 'scheduled'],
    ['has begun', launched, 0, 'running'],
    ['is a moment before its end', launched, 167.999, 'running'],
    ['is over', launched, 168, 'grace'],
    ['takes nothing more', launched, 192, 'provisional'],
    ['is official', final, 200, 'final'],
    ['is not official before its grace is over', final, 180, 'grace'],
    ['is paid', { ...final, paidAt: MONDAY + 210 * HOUR }, 210, 'paid'],
  ])('one that %s', (_, deeds, hour, state) => {
    const now = MONDAY + hour * HOUR;
    expect(contestStateAt(RULES, people('ada'), deeds, null, now)).toBe(state);
  });

  it('may end before its window', () => {
    const endedAt = MONDAY + 10 * HOUR;
    const state = (hour: number) =>
      contestStateAt(RULES, people('ada'), launched, endedAt, MONDAY + hour * HOUR);
    expect([9, 10, 34].map(state)).toEqual(['running', 'grace', 'provisional']);
  });

  it.each([
    ['2026-10-24T22:59', 'scheduled'],
    ['2026-10-24T23:00', 'running'],
    ['2026-10-25T23:59', 'running'],
    ['2026-10-26T00:00', 'grace'],
  ])('follows the clocks of its zone on a day of 25 hours: %s', (moment, state) => {
    const window = {
      from: local('2026-10-25T00:00'),
      until: local('2026-10-26T00:00'),
      zone: 'Europe/Lisbon',
    };
    const deeds = { ...launched, launchedAt: 0 };
    expect(contestStateAt({ ...RULES, window }, people('ada'), deeds, null, at(moment))).toBe(
      state,
    );
  });
});

describe('a contest that comes again', () => {
  const days = (rules: Partial<ContestRules>, most: number) =>
    windowsOfContest({ ...RULES, ...rules }, most).map(({ from }) => from);
  const every = (unit: 'days' | 'weeks' | 'months', weekdaysOnly = false) => ({
    every: { count: 1, unit },
    times: null,
    weekdaysOnly,
  });

  it('takes place at the same time by the clock', () => {
    expect(days({ recurrence: every('weeks') }, 3)).toEqual([
      '2026-11-23T00:00',
      '2026-11-30T00:00',
      '2026-12-07T00:00',
    ]);
  });

  it('may leave weekends out', () => {
    const window = {
      ...RULES.window,
      from: local('2026-11-26T08:00'),
      until: local('2026-11-26T18:00'),
    };
    expect(days({ window, recurrence: every('days', true) }, 4)).toEqual([
      '2026-11-26T08:00',
      '2026-11-27T08:00',
      '2026-11-30T08:00',
      '2026-12-01T08:00',
    ]);
  });

  it('keeps to the month: a month after 31 January is the last of February', () => {
    const window = {
      ...RULES.window,
      from: local('2027-01-31T00:00'),
      until: local('2027-02-01T00:00'),
    };
    expect(days({ window, recurrence: every('months') }, 3)).toEqual([
      '2027-01-31T00:00',
      '2027-02-28T00:00',
      '2027-03-31T00:00',
    ]);
  });

  it('ends after as many times as it is told, or takes place once', () => {
    expect(days({ recurrence: { ...every('weeks'), times: 2 } }, 9)).toHaveLength(2);
    expect(days({}, 9)).toHaveLength(1);
  });
});
