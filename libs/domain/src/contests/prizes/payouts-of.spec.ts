import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFTERWARDS, RULES, entry, paid, people, prizes } from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { PrizeRule } from '../rules/prize-rule.js';

const names = ['ada', 'bea', 'cem', 'dan'] as const;
/** What four people with these scores, reached one after the other, are paid. */
const payouts = (scores: readonly number[], ...rules: readonly PrizeRule[]) =>
  judge(
    { ...RULES, prizes: rules },
    people(...names),
    scores.map((score, index) => entry(index + 1, index + 1, index + 1, score)),
    AFTERWARDS,
  );
const step = (at: number, amount: number, item: string | null = null) => ({ at, amount, item });

describe('a pot', () => {
  it('is a part of what everybody came to, shared by place', () => {
    // 5 % of contracts of 100,000.00 in all, 50/30/20.
    const pot: PrizeRule = {
      kind: 'pot',
      pot: { kind: 'share', basisPoints: 500 },
      weights: [50, 30, 20],
    };
    const scores = [5_000_000, 2_000_000, 1_600_000, 1_400_000];
    expect(paid(payouts(scores, pot))).toEqual(['ada 250000', 'bea 150000', 'cem 100000']);
  });

  it('is paid whole where fewer win than could', () => {
    const pot: PrizeRule = {
      kind: 'pot',
      pot: { kind: 'sum', amount: 10_000 },
      weights: [50, 30, 20],
    };
    expect(paid(payouts([7, 3], pot))).toEqual(['ada 6250', 'bea 3750']);
  });

  it('is paid to the cent, whoever ties', () => {
    const scores = fc.array(fc.nat({ max: 6 }), { minLength: 4, maxLength: 4 });
    const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(scores, weights, fc.nat({ max: 100_000 }), (some, shares, amount) => {
        fc.pre(some.some((score) => score > 0));
        const pot: PrizeRule = { kind: 'pot', pot: { kind: 'sum', amount }, weights: shares };
        const sum = payouts(some, pot).payouts.reduce((total, one) => total + one.amount, 0);
        expect(sum).toBe(amount);
      }),
    );
  });
});

describe('steps', () => {
  const steps = [step(50, 2_500), step(100, 7_500), step(200, 40_000, 'A trip')];

  it('pay the highest that is reached, and not those before', () => {
    const result = payouts([49, 50, 120, 200], { kind: 'steps', steps, pays: 'highest' });
    expect(paid(result)).toEqual(['dan 0 A trip', 'cem 7500', 'bea 2500']);
  });

  it('pay each that is reached, where the rules say so', () => {
    const result = payouts([49, 50, 120, 200], { kind: 'steps', steps, pays: 'each' });
    expect(paid(result)).toEqual(['dan 10000 A trip', 'cem 10000', 'bea 2500']);
  });

  it('tell how far the next one is, and that one is reached', () => {
    const { standings, events } = payouts([48, 120], { kind: 'steps', steps, pays: 'highest' });
    expect(standings.find(({ name }) => name === 'ada')?.next).toEqual({
      kind: 'step',
      step: 1,
      away: 2,
      amount: 2_500,
    });
    expect(events.filter(({ kind }) => kind === 'reached-step')).toMatchObject([
      { entrantId: 2, step: 1, score: 50 },
      { entrantId: 2, step: 2, score: 100 },
    ]);
  });
});

describe('a prize for each unit', () => {
  const units: PrizeRule = { kind: 'per-unit', amount: 500, per: 10, after: 20, most: 2_000 };

  it('begins after what everybody does anyway, counts full units, and ends at its cap', () => {
    const result = payouts([20, 39, 60, 900], units);
    expect(paid(result)).toEqual(['dan 2000', 'cem 2000', 'bea 500']);
    expect(result.payouts[0]?.why.map(({ reason, amount }) => [reason.kind, amount])).toEqual([
      ['units', 44_000],
      ['cap', -42_000],
    ]);
  });
});

it('pays all prizes of a contest beside each other', () => {
  const result = payouts(
    [60, 10],
    { kind: 'places', places: prizes(10_000) },
    { kind: 'steps', steps: [step(50, 2_500)], pays: 'highest' },
  );
  expect(result.payouts).toMatchObject([{ name: 'ada', amount: 12_500, items: [] }]);
  expect(result.payouts[0]?.why.map(({ reason }) => reason.kind)).toEqual(['place', 'step']);
});
