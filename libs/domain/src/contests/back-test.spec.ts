import { describe, expect, it } from 'vitest';
import type { PastWindow } from './back-test.js';
import { backTest } from './back-test.js';
import { HOUR, MONDAY, RULES, entry, local, people, prizes } from './contest.fixture.js';
import type { ContestRules } from './rules/contest-rules.js';
import { winChances } from './win-chances.js';

const four = people('ada', 'bea', 'cem', 'dan');
const rules: ContestRules = {
  ...RULES,
  prizes: [{ kind: 'places', places: prizes(500, 300) }],
};
const WEEKS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'] as const;
/** What the four sold in three weeks, all of it on Monday, heard of much later. */
const week = (index: number, sold: readonly number[]): PastWindow => ({
  window: {
    from: local(`${WEEKS[index]}T00:00`),
    until: local(`${WEEKS[index + 1] ?? ''}T00:00`),
    zone: 'UTC',
  },
  roster: four,
  timeline: sold.map((deals, who) =>
    entry(index * 10 + who, who + 1, (index - 3) * 168 + 5, deals, { recordedAt: MONDAY }),
  ),
});

describe('a back-test', () => {
  it('says who would have won, how often the same, how many were near, and what it would have cost', () => {
    const result = backTest(rules, [
      week(0, [9, 5, 4, 1]),
      week(1, [7, 6, 6, 0]),
      week(2, [1, 8, 0, 0]),
    ]);
    expect(result.champions).toEqual([
      { entrantId: 1, name: 'ada', wins: 2 },
      { entrantId: 2, name: 'bea', wins: 1 },
    ]);
    expect(result.repeats).toBe(0.5);
    expect(result.cost).toEqual({ least: 800, most: 800, mean: 800 });
    expect(result.ties).toBe(1);
    // Three of four near the second place (5, so 3.75), three of four (6), two of four (1).
    expect(result.replays.map(({ withinReach }) => withinReach)).toEqual([0.75, 0.75, 0.5]);
    expect(result.replays.map(({ paid }) => paid)).toEqual([2, 3, 2]);
  });

  it('of nothing says nothing', () => {
    expect(backTest(rules, [])).toEqual({
      replays: [],
      champions: [],
      repeats: null,
      cost: null,
      withinReach: null,
      ties: 0,
    });
  });
});

describe('the chance to win', () => {
  const past = {
    days: 10,
    timeline: Array.from({ length: 10 }, (_, day) => [
      entry(day * 10, 1, 14 - day * 24, day % 2 === 0 ? 10 : 4),
      entry(day * 10 + 1, 2, 15 - day * 24, day % 2 === 0 ? 4 : 9),
      entry(day * 10 + 2, 3, 16 - day * 24, 1),
    ]).flat(),
  };
  const now = MONDAY + 24 * HOUR;
  const asked = { runs: 60, seed: 'fair' };

  it('goes to who did more before, is the same for the same seed, and is nobody’s who never wins', () => {
    const chances = winChances(rules, four, [], past, now, asked);
    expect(chances.favourite?.name).toBe('ada');
    const [ada, bea] = chances.entrants;
    expect(ada!.first).toBeGreaterThan(bea!.first);
    expect(bea!.first).toBeGreaterThan(0);
    expect(chances.entrants.find(({ name }) => name === 'dan')?.prize).toBe(0);
    expect(chances.entrants.reduce((sum, { first }) => sum + first, 0)).toBeGreaterThanOrEqual(1);
    expect(winChances(rules, four, [], past, now, asked)).toEqual(chances);
  });

  it('is sure for who cannot be caught', () => {
    const chances = winChances(rules, four, [entry(999, 3, 5, 5_000)], past, now, asked);
    expect(chances.favourite).toMatchObject({ name: 'cem', first: 1, prize: 1 });
  });

  it('is not known of a contest without an end', () => {
    const open = { ...rules, window: { ...RULES.window, until: null } };
    expect(winChances(open, four, [], past, now, asked).runs).toBe(0);
  });
});
