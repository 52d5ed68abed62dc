import { describe, expect, it } from 'vitest';
import { adjustmentsAfter } from './adjustments.js';
import { AFTERWARDS, HOUR, MONDAY, RULES, entry, people, prizes } from './contest.fixture.js';
import { judge } from './judge.js';
import { differenceBetween } from './judgement-difference.js';
import type { AfterEnd, ContestRules } from './rules/contest-rules.js';

const OFFICIAL = MONDAY + 200 * HOUR;
const three = people('ada', 'bea', 'cem');
const rules = (afterEnd: AfterEnd): ContestRules => ({
  ...RULES,
  afterEnd,
  prizes: [{ kind: 'places', places: prizes(500, 300, 200) }],
});
const later = (hour: number) => ({ recordedAt: MONDAY + hour * HOUR });
const sold = [entry(1, 1, 1, 9), entry(2, 2, 2, 7), entry(3, 3, 3, 5)];
/** Ada's deals are taken back after the result, and some come again. */
const corrected = [...sold, entry(4, 1, 1, -6, later(250)), entry(5, 1, 4, 3, later(300))];
const told = (afterEnd: AfterEnd) =>
  adjustmentsAfter(rules(afterEnd), three, corrected, OFFICIAL, AFTERWARDS).map(
    ({ at, name, amount, noted, because }) =>
      `${(at - MONDAY) / HOUR} ${name} ${amount} of ${noted} by ${because.join()}`,
  );

describe('what comes after a result is official', () => {
  it('moves prizes by dated adjustments, where the result follows', () => {
    expect(told('follow')).toEqual([
      '250 bea 200 of 200 by 4',
      '250 cem 100 of 100 by 4',
      '250 ada -300 of -300 by 4',
      '300 ada 100 of 100 by 5',
      '300 cem -100 of -100 by 5',
    ]);
  });

  it('is only noted, where the result is frozen', () => {
    expect(told('freeze').every((line) => line.includes(' 0 of '))).toBe(true);
    expect(told('freeze')).toHaveLength(5);
  });

  it('is given back, and given to nobody else, where prizes are clawed back', () => {
    expect(told('claw-back').filter((line) => !line.includes(' 0 of '))).toEqual([
      '250 ada -300 of -300 by 4',
      '300 ada 100 of 100 by 5',
    ]);
  });

  it('leaves what was known before as it was', () => {
    expect(adjustmentsAfter(rules('follow'), three, sold, OFFICIAL, AFTERWARDS)).toEqual([]);
  });

  it.each<AfterEnd>(['follow', 'freeze', 'claw-back'])('adds up to what %s owes', (policy) => {
    const owed = new Map<number, number>();
    const add = (id: number, amount: number) => owed.set(id, (owed.get(id) ?? 0) + amount);
    const official = judge(rules(policy), three, corrected, OFFICIAL);
    for (const { entrantId, amount } of official.payouts) add(entrantId, amount);
    for (const { entrantId, amount } of adjustmentsAfter(
      rules(policy),
      three,
      corrected,
      OFFICIAL,
      AFTERWARDS,
    )) {
      add(entrantId, amount);
    }
    const expected = {
      follow: [300, 500, 200],
      freeze: [500, 300, 200],
      'claw-back': [300, 300, 200],
    };
    expect([1, 2, 3].map((id) => owed.get(id))).toEqual(expected[policy]);
  });
});

describe('the difference between two results', () => {
  it('says whom a change of the rules moves', () => {
    const before = judge(rules('freeze'), three, sold, AFTERWARDS);
    const gated = { ...rules('freeze'), gates: [{ metric: 'deals', atLeast: 6 }] };
    const after = judge(gated, three, sold, AFTERWARDS);
    expect(differenceBetween(before, after)).toEqual([
      {
        entrantId: 3,
        name: 'cem',
        rank: { before: 3, after: null },
        score: { before: 5, after: 5 },
        amount: { before: 200, after: 0 },
        items: { lost: [], won: [] },
      },
    ]);
    expect(differenceBetween(before, before)).toEqual([]);
  });
});
