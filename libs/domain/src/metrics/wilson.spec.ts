import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonBound } from './wilson.js';

const lower = (above: number, below: number) => wilsonBound({ above, below, each: 1 }, 'lower');
const upper = (above: number, below: number) => wilsonBound({ above, below, each: 1 }, 'upper');

describe('the bounds of a rate', () => {
  it.each([
    [55, 79, 0.5877],
    [349, 553, 0.5901],
    [0, 20, 0],
    [20, 20, 0.8389],
  ])('of %d in %d are at least %d', (above, below, bound) => {
    expect(lower(above, below)).toBeCloseTo(bound, 4);
  });

  it('put many of which somewhat fewer succeed before few of which more do', () => {
    expect(55 / 79).toBeGreaterThan(349 / 553);
    expect(lower(349, 553)).toBeGreaterThan(lower(55, 79));
  });

  const part = fc
    .integer({ min: 1, max: 5_000 })
    .chain((below) => fc.tuple(fc.nat({ max: below }), fc.constant(below)));

  it('lie on either side of it, and between nothing and all', () => {
    fc.assert(
      fc.property(part, ([above, below]) => {
        const rate = above / below;
        expect(lower(above, below)).toBeGreaterThanOrEqual(-1e-12);
        expect(lower(above, below)).toBeLessThanOrEqual(rate + 1e-12);
        expect(upper(above, below)).toBeGreaterThanOrEqual(rate - 1e-12);
        expect(upper(above, below)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('come closer the more it is of, and are those of the other way round', () => {
    fc.assert(
      fc.property(part, ([above, below]) => {
        expect(lower(2 * above, 2 * below)).toBeGreaterThanOrEqual(lower(above, below) - 1e-12);
        expect(upper(above, below)).toBeCloseTo(1 - lower(below - above, below), 12);
      }),
    );
  });

  it('are the same in thousandths', () => {
    expect(wilsonBound({ above: 55_000, below: 79_000, each: 1_000 }, 'lower')).toBe(lower(55, 79));
  });
});
