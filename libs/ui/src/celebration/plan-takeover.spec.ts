import { describe, expect, it } from 'vitest';
import { celebration } from './celebration.fixture.js';
import { planTakeover } from './plan-takeover.js';

const deals = (count: number) =>
  Array.from({ length: count }, (_, index) => celebration({ id: `d${index}`, amount: 100_000 }));
const told = (count: number) => {
  const plan = planTakeover(deals(count));
  return { scenes: plan.scenes.map(({ kind, at }) => `${kind} ${at}`), shrinkAt: plan.shrinkAt };
};

describe('planTakeover', () => {
  it.each([
    [1, ['deal 0'], 9200],
    [2, ['deal 0', 'deal 2950', 'total 5350'], 9200],
    [5, ['deal 0', 'deal 2950', 'deal 5350', 'deal 7750', 'deal 10150', 'total 12550'], 14_150],
    [12, ['total 0'], 9200],
  ])('gives %i deals their scenes', (count, scenes, shrinkAt) => {
    expect(told(count)).toEqual({ scenes, shrinkAt });
  });

  it('adds up', () => {
    expect(planTakeover(deals(12)).scenes[0]).toMatchObject({
      total: { deals: 12, money: { amount: 1_200_000, currency: 'EUR' } },
    });
  });

  it.each([
    ['an amount is unknown', { amount: null }],
    ['currencies differ', { currency: 'USD' }],
  ])('names no sum when %s', (_, odd) => {
    const plan = planTakeover([...deals(6), celebration({ id: 'odd', ...odd })]);
    expect(plan.scenes[0]).toMatchObject({ total: { deals: 7, money: null } });
  });
});
