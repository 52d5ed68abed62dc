import { describe, expect, it } from 'vitest';
import {
  AFTERWARDS,
  HOUR,
  MONDAY,
  RULES,
  entry,
  local,
  paid,
  people,
  person,
  prizes,
  standing,
  told,
} from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { ContestRules } from '../rules/contest-rules.js';

const out = (fresh: boolean): ContestRules => ({
  ...RULES,
  format: {
    kind: 'elimination',
    cuts: [
      { at: local('2026-11-25T00:00'), out: 1 },
      { at: local('2026-11-27T00:00'), out: 1 },
    ],
    fresh,
  },
  prizes: [{ kind: 'places', places: prizes(1_000, 500) }],
});
const four = people('ada', 'bea', 'cem', 'dan');
const first = [entry(1, 1, 1, 9), entry(2, 2, 2, 5), entry(3, 3, 3, 4), entry(4, 4, 4, 1)];
const later = [entry(5, 4, 60, 90), entry(6, 3, 61, 3), entry(7, 2, 62, 1), entry(8, 1, 63, 2)];

describe('an elimination', () => {
  it('puts the last out at its times, whatever they do afterwards', () => {
    const result = judge(out(false), four, [...first, ...later], AFTERWARDS);
    expect(standing(result)).toEqual(['1 ada 11', '2 cem 7', '3 bea 6', '4 dan 1']);
    expect(told(result)).toEqual([
      'started @0',
      'eliminated 4 @48',
      'eliminated 2 @96',
      'ended @168',
    ]);
    expect(paid(result)).toEqual(['ada 1000', 'cem 500']);
    expect(result.notCounted).toEqual([{ seq: 5, why: 'not-in-play' }]);
  });

  it('may begin from nothing after each cut', () => {
    const result = judge(out(true), four, [...first, ...later, entry(9, 3, 100, 1)], AFTERWARDS);
    expect(standing(result)).toEqual(['1 cem 1', '2 ada 0', '3 bea 1', '4 dan 1']);
  });

  it('keeps who is level at the cut', () => {
    const level = [entry(1, 1, 1, 9), entry(2, 2, 2, 4), entry(3, 3, 3, 4), entry(4, 4, 4, 4)];
    const now = MONDAY + 50 * HOUR;
    expect(told(judge(out(false), four, level, now))).not.toContain('eliminated 4 @48');
    const broken: ContestRules = { ...out(false), tieBreaks: [{ kind: 'first-to-reach' }] };
    expect(told(judge(broken, four, level, now))).toContain('eliminated 4 @48');
  });

  it('does not put anybody else out for who has left', () => {
    const roster = { ...four, people: [...four.people] };
    roster.people[0] = person(1, 'ada', { leftAt: MONDAY + 40 * HOUR });
    const result = judge(out(false), roster, first, MONDAY + 50 * HOUR);
    expect(told(result).filter((event) => event.startsWith('eliminated'))).toEqual([
      'eliminated 4 @48',
      'eliminated 1 @48',
    ]);
  });

  it('decides a cut by what was known a grace after it', () => {
    const late = entry(5, 4, 40, 90, { recordedAt: MONDAY + 73 * HOUR });
    const result = judge(out(false), four, [...first, late], AFTERWARDS);
    expect(standing(result).at(-1)).toBe('4 dan 1');
    expect(result.notCounted).toContainEqual({ seq: 5, why: 'arrived-after-the-grace' });
  });

  it('never puts all out', () => {
    const two = people('ada', 'bea');
    const names = standing(judge(out(true), two, [entry(1, 1, 1, 1)], AFTERWARDS));
    expect(names).toEqual(['1 ada 0', '2 bea 0']);
  });
});
