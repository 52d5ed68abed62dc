import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.js';

describe('sharing out', () => {
  it.each([
    [100, [50, 50], [50, 50]],
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [4_860_000, [6_667, 3_333], [3_240_162, 1_619_838]],
    [1, [1, 1], [1, 0]],
    [0, [3, 7], [0, 0]],
  ])('%i by %j gives %j', (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  it('loses and makes nothing', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (total, by) => {
        const parts = allocate(total, by);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
        expect(parts.every((part) => part === 0 || Math.sign(part) === Math.sign(total))).toBe(
          true,
        );
      }),
    );
  });
});
