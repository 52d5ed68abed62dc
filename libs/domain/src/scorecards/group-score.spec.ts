import { describe, expect, it } from 'vitest';
import type { MemberLine } from './group-score.js';
import { groupScore } from './group-score.js';

const line = (metric: string, done: number | null, target: number, weight = 100): MemberLine => ({
  metric,
  direction: 'higher',
  weight,
  cap: 150,
  value: done === null ? null : { score: done, parts: null },
  target,
  addsUp: true,
});

describe('the score of a group', () => {
  it('adds the targets of those who have the metric, and what they did: 50 and 50 e-mails are 100', () => {
    const score = groupScore([[line('emails', 50, 50)], [line('emails', 25, 50)]]);
    expect(score?.shown).toBe(75);
  });

  it('averages the weights of scorecards that differ', () => {
    const sdr = [line('calls', 40, 40, 60), line('emails', 10, 20, 40)];
    const closer = [line('calls', 10, 10, 20), line('deals', 0, 2, 80)];
    // Calls are met and weigh 40, half the e-mails weigh 20, no deal weighs 40.
    expect(groupScore([sdr, closer])?.shown).toBeCloseTo(50, 9);
  });

  it('does not ask who is away, nor count what they did', () => {
    expect(groupScore([[line('calls', 30, 40)], [line('calls', 12, 0)]])?.shown).toBe(75);
  });

  it('counts who did nothing', () => {
    expect(groupScore([[line('calls', 40, 40)], [line('calls', null, 40)]])?.shown).toBe(50);
  });

  it('divides a quotient once, from the halves of all', () => {
    const rate = (won: number, closed: number): MemberLine => ({
      ...line('win_rate', null, 0.5),
      value: { score: won / closed, parts: { numerator: won, denominator: closed } },
      addsUp: false,
    });
    // 4 of 10, and not the average of 1 of 1 and 3 of 9.
    expect(groupScore([[rate(1, 1)], [rate(3, 9)]])?.shown).toBeCloseTo(80, 9);
  });

  it('of nobody is none', () => expect(groupScore([])).toBeNull());
});
