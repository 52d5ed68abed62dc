import { describe, expect, it } from 'vitest';
import {
  AFTERWARDS,
  HOUR,
  MONDAY,
  RULES,
  entry,
  paid,
  people,
  prizes,
  standing,
  told,
} from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { RaceFormat } from '../rules/contest-format.js';
import type { ContestRules } from '../rules/contest-rules.js';

const four = people('ada', 'bea', 'cem', 'dan');
const race = (
  format: Partial<RaceFormat> = {},
  more: Partial<ContestRules> = {},
): ContestRules => ({
  ...RULES,
  format: { kind: 'race', target: 10, winners: 2, ends: 'when-won', ...format },
  prizes: [{ kind: 'places', places: prizes(1_000, 500) }],
  ...more,
});
const run = [
  entry(1, 1, 1, 6),
  entry(2, 2, 2, 10),
  entry(3, 3, 3, 9),
  entry(4, 1, 4, 4),
  entry(5, 3, 5, 99),
];

describe('a race', () => {
  it('is won by who is there first, whatever comes after', () => {
    const result = judge(race(), four, run, AFTERWARDS);
    expect(standing(result)).toEqual(['1 bea 10', '2 ada 10', '3 cem 9', '4 dan 0']);
    expect(paid(result)).toEqual(['bea 1000', 'ada 500']);
    expect(result.endsAt).toBe(MONDAY + 4 * HOUR);
    expect(result.notCounted).toEqual([{ seq: 5, why: 'not-in-play' }]);
    expect(told(result)).toEqual([
      'started @0',
      'took-the-lead 1 @1',
      'took-the-lead 2 @2',
      'finished 2 @2',
      'finished 1 @4',
      'ended @4',
    ]);
  });

  it('goes on until its window ends, where the rules say so', () => {
    const result = judge(race({ ends: 'with-window' }), four, run, AFTERWARDS);
    expect(standing(result)).toEqual(['1 bea 10', '2 ada 10', '3 cem 108', '4 dan 0']);
    expect(paid(result)).toEqual(['bea 1000', 'ada 500']);
  });

  it('may have nobody there in time, and then nobody wins', () => {
    const result = judge(race({ target: 1_000 }), four, run, AFTERWARDS);
    expect(standing(result)[0]).toBe('1 cem 108');
    expect(paid(result)).toEqual([]);
    expect(result.standings[0]).toMatchObject({
      progress: 0.108,
      next: { kind: 'target', away: 892 },
    });
  });

  it('has two winners of one place when two are there in the same second', () => {
    const level = [entry(1, 1, 2, 10), entry(2, 2, 2, 12)];
    const result = judge(race(), four, level, AFTERWARDS);
    expect(standing(result).slice(0, 2)).toEqual(['1 bea 12', '1 ada 10']);
    expect(paid(result)).toEqual(['bea 750', 'ada 750']);
  });

  it('forgets an arrival that is taken back', () => {
    const back = [...run, entry(6, 2, 2, -10, { recordedAt: MONDAY + 3 * HOUR })];
    expect(standing(judge(race({ winners: 1 }), four, back, AFTERWARDS))[0]).toBe('1 ada 10');
  });

  it('is decided by what was known when its grace was over', () => {
    const late = entry(6, 4, 1, 10, { recordedAt: MONDAY + 40 * HOUR });
    const frozen = judge(race(), four, [...run, late], AFTERWARDS);
    expect(paid(frozen)).toEqual(['bea 1000', 'ada 500']);
    expect(frozen.notCounted).toContainEqual({ seq: 6, why: 'arrived-after-the-grace' });
    const follows = judge(race({}, { afterEnd: 'follow' }), four, [...run, late], AFTERWARDS);
    expect(paid(follows)).toEqual(['dan 1000', 'bea 500']);
  });

  it('counts who is there and qualifies, from when both are so', () => {
    const rules = race({}, { gates: [{ metric: 'calls', atLeast: 1 }] });
    const calls = (seq: number, who: number, hour: number) =>
      entry(seq, who, hour, 0, { quantities: { calls: 1 } });
    const result = judge(rules, four, [...run, calls(7, 2, 9), calls(6, 1, 1)], AFTERWARDS);
    expect(paid(result)).toEqual(['ada 1000', 'bea 500']);
  });

  it('may have no end but its winner', () => {
    const rules = race({}, { window: { ...RULES.window, until: null } });
    expect(judge(rules, four, [], AFTERWARDS)).toMatchObject({ phase: 'running', endsAt: null });
    expect(judge(rules, four, run, AFTERWARDS)).toMatchObject({ phase: 'over' });
  });
});
