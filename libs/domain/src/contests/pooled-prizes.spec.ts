import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { improvementOver } from './improvement.js';
import { pooledPrizes } from './pooled-prizes.js';

const standing = (...ranks: readonly number[]) =>
  ranks.map((rank, index) => ({ rank, name: `rep ${index}` }));
const paid = (ranks: readonly number[], prizes: readonly number[]) => [
  ...pooledPrizes(standing(...ranks), prizes).values(),
];

describe('prizes for places', () => {
  it.each([
    ['nobody ties', [1, 2, 3, 4], [50_000, 30_000, 20_000, 0]],
    ['two tie for the second place', [1, 2, 2, 4], [50_000, 25_000, 25_000, 0]],
    ['three tie for the last that is paid', [1, 2, 3, 3, 3], [50_000, 30_000, 6_667, 6_667, 6_666]],
    ['all tie', [1, 1, 1, 1], [25_000, 25_000, 25_000, 25_000]],
    ['only one is there', [1], [50_000]],
  ])('are shared when %s', (_, ranks, expected) => {
    expect(paid(ranks, [50_000, 30_000, 20_000])).toEqual(expected);
  });

  it('are as large as two published examples say', () => {
    // $500 and $200 for two at the second place; 20, 15 and nothing for three at the first.
    expect(paid([1, 2, 2], [100_000, 50_000, 20_000])).toEqual([100_000, 35_000, 35_000]);
    expect(paid([1, 1, 1], [2_000, 1_500])).toEqual([1_167, 1_167, 1_166]);
  });

  it('are paid to the cent whoever ties', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    const prizes = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(scores, prizes, (all, pot) => {
        const ranks = all.map((score) => 1 + all.filter((other) => other > score).length);
        const total = paid(ranks, pot).reduce((sum, prize) => sum + prize, 0);
        expect(total).toBe(pot.slice(0, all.length).reduce((sum, prize) => sum + prize, 0));
      }),
    );
  });
});

describe('an improvement', () => {
  it('is over the mean of one’s own periods', () => {
    expect(improvementOver(150, [80, 100, 120], 0)).toEqual({ baseline: 100, improvement: 0.5 });
    expect(improvementOver(0, [80, 100, 120], 0)?.improvement).toBe(-1);
  });

  it('is nobody’s who has too little behind them', () => {
    expect(improvementOver(150, [0, 100, 120], 0)).toBeNull();
    expect(improvementOver(150, [40, 100, 120], 50)).toBeNull();
    expect(improvementOver(150, [], 0)).toBeNull();
  });
});
