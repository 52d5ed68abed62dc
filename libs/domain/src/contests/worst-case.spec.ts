import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFTERWARDS, RULES, entry, people, prizes } from './contest.fixture.js';
import { judge } from './judge.js';
import type { PrizeRule } from './rules/prize-rule.js';
import { worstCaseOf } from './worst-case.js';

const steps = [
  { at: 3, amount: 900, item: null },
  { at: 5, amount: 500, item: null },
];
const cases: readonly (readonly [PrizeRule, number | null])[] = [
  [{ kind: 'places', places: prizes(500, 300, 200) }, 1_000],
  [{ kind: 'pot', pot: { kind: 'sum', amount: 777 }, weights: [2, 1] }, 777],
  [{ kind: 'pot', pot: { kind: 'share', basisPoints: 500 }, weights: [1] }, null],
  [{ kind: 'steps', steps, pays: 'highest' }, 3_600],
  [{ kind: 'steps', steps, pays: 'each' }, 5_600],
  [{ kind: 'per-unit', amount: 7, per: 2, after: 1, most: 50 }, 200],
  [{ kind: 'per-unit', amount: 7, per: 2, after: 1, most: null }, null],
];

describe('the most that a contest can cost', () => {
  it.each(cases)('with four people and %j is %s', (prize, most) => {
    expect(worstCaseOf([prize], 4).amount).toBe(most);
  });

  it('is of fewer people less, and counts things', () => {
    expect(worstCaseOf([{ kind: 'places', places: prizes(500, 300, 200) }], 2).amount).toBe(800);
    const trip = { at: 9, amount: 40_000, item: 'A trip' };
    expect(worstCaseOf([{ kind: 'steps', steps: [trip], pays: 'each' }], 3)).toMatchObject({
      amount: 120_000,
      items: [{ item: 'A trip', count: 3 }],
    });
  });

  it('is never less than what is paid', () => {
    const bounded = cases.filter(([, most]) => most !== null).map(([prize]) => prize);
    const scores = fc.array(fc.nat({ max: 30 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.subarray(bounded), scores, (some, sold) => {
        const timeline = sold.map((deals, index) => entry(index + 1, index + 1, 1, deals));
        const roster = people('ada', 'bea', 'cem', 'dan');
        const { payouts } = judge({ ...RULES, prizes: some }, roster, timeline, AFTERWARDS);
        const cost = payouts.reduce((sum, { amount }) => sum + amount, 0);
        expect(cost).toBeLessThanOrEqual(worstCaseOf(some, 4).amount ?? 0);
      }),
    );
  });
});
