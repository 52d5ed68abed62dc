import { describe, expect, it } from 'vitest';
import type { RosterPerson } from '../roster.js';
import { person } from '../contest.fixture.js';
import type { ScoreLine, Worth } from '../rules/score-rule.js';
import { scorerFor } from './score-of.js';

const line = (metric: string, worth: Worth, most: number | null = null): ScoreLine => ({
  metric,
  worth,
  most,
});
const score = (
  lines: readonly ScoreLine[],
  quantities: Readonly<Record<string, number>>,
  facts: Partial<RosterPerson> = {},
) => {
  const ada = person(1, 'ada', facts);
  const entrant = { index: 0, id: 1, name: 'ada', facts: ada, people: [ada] };
  const rule = { lines, group: { kind: 'sum' }, multiplier: null } as const;
  return scorerFor(rule, entrant).score((metric) => quantities[metric] ?? 0);
};
const weight = (percent: number): Worth => ({ kind: 'target', weight: percent });

describe('a score', () => {
  it('is points for each unit, in thousandths', () => {
    // A point for a call, 5 for a meeting, one for each 100.00 sold.
    const lines = [
      line('calls', { kind: 'points', points: 1_000, per: 1_000, whole: false }),
      line('meetings', { kind: 'points', points: 5_000, per: 1_000, whole: false }),
      line('revenue', { kind: 'points', points: 1_000, per: 10_000, whole: false }),
    ];
    expect(score(lines, { calls: 20_000, meetings: 3_000, revenue: 125_000 })).toBe(47_500);
  });

  it.each([
    [9_000, 0],
    [10_000, 1_000],
    [29_999, 2_000],
  ])('is one point for 10 meetings: %d thousandths are %d', (meetings, points) => {
    const worth: Worth = { kind: 'points', points: 1_000, per: 10_000, whole: true };
    expect(score([line('meetings', worth)], { meetings })).toBe(points);
  });

  it('is exact where money times points is more than a number holds', () => {
    const worth: Worth = { kind: 'points', points: 1_000_000, per: 3, whole: false };
    expect(score([line('revenue', worth)], { revenue: 9_007_199_256 })).toBe(3_002_399_752_000_000);
  });

  it('is percent of targets by weight, as Ambition publishes it: 75, and 70 with a cap', () => {
    const quantities = { calls: 10, emails: 30, leads: 5, demos: 2 };
    const facts = { targets: { calls: 20, emails: 20, leads: 5, demos: 4 } };
    const weights = { calls: 20, emails: 10, leads: 30, demos: 40 };
    const lines = (capped: boolean) =>
      Object.entries(weights).map(([metric, percent]) =>
        line(metric, weight(percent), capped ? percent : null),
      );
    expect(score(lines(false), quantities, facts)).toBe(75);
    expect(score(lines(true), quantities, facts)).toBe(70);
  });

  it('is level for 9 of 10 and 18 of 20', () => {
    const of = (quantity: number, target: number) =>
      score([line('deals', weight(100))], { deals: quantity }, { targets: { deals: target } });
    expect(of(9, 10)).toBe(of(18, 20));
    expect(of(9, 10)).toBe(90);
    expect(score([line('deals', weight(100))], { deals: 5 })).toBe(0);
  });

  it.each([
    ['half as much again', [80, 100, 120], 0, 50],
    ['less than before', [200, 200], 0, -25],
    ['a newcomer, against the floor', undefined, 120, 25],
    ['who did next to nothing, against the floor', [0, 1], 120, 25],
    ['a newcomer without a floor', undefined, 0, 0],
  ])('is the improvement over the own past: %s', (_, before, floor, percent) => {
    const lines = [line('deals', { kind: 'improvement', weight: 100, floor })];
    const facts = before ? { before: { deals: before } } : {};
    expect(score(lines, { deals: 150 }, facts)).toBe(percent);
  });

  it('is a rate of sums, and nothing of nothing', () => {
    const lines = [line('meetings', { kind: 'rate', of: 'calls' })];
    expect(score(lines, { meetings: 9_000, calls: 60_000 })).toBe(15);
    expect(score(lines, {})).toBe(0);
  });
});
