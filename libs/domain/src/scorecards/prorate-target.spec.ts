import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../metrics/metric.js';
import { prorateTarget } from './prorate-target.js';

type Kind = Pick<Metric, 'formula' | 'direction'>;

const terms = { terms: [] };
const SUM: Kind = { formula: { kind: 'sum', ...terms }, direction: 'higher' };
const LOWER: Kind = { ...SUM, direction: 'lower' };
const QUOTIENT: Kind = {
  formula: { kind: 'ratio', numerator: terms, denominator: terms },
  direction: 'higher',
};
const worked = (present: number, days: number, shareOfWeek = 1) => ({ present, days, shareOfWeek });

describe('a target', () => {
  it('of 100,000 is 52,380.95 for who is there on 11 of 21 days', () => {
    expect(prorateTarget(100_000_00, SUM, worked(11, 21))).toBeCloseTo(52_380_95.24, 2);
  });

  it('of a day is nothing on a day away', () => {
    expect(prorateTarget(45_000, SUM, worked(0, 1))).toBe(0);
  });

  it('is smaller for who works three days of five', () => {
    expect(prorateTarget(100, SUM, worked(13, 13, 0.6))).toBeCloseTo(60, 9);
  });

  it('of a quotient, or of what should be low, stays as it is until somebody is away all the time', () => {
    for (const kind of [QUOTIENT, LOWER]) {
      expect(prorateTarget(0.5, kind, worked(1, 20))).toBe(0.5);
      expect(prorateTarget(0.5, kind, worked(0, 20))).toBe(0);
    }
  });

  it('never grows, and is whole for who is there all the time', () => {
    const days = fc
      .integer({ min: 1, max: 66 })
      .chain((all) => fc.record({ days: fc.constant(all), present: fc.nat({ max: all }) }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), days, (target, { present, days: all }) => {
        const prorated = prorateTarget(target, SUM, worked(present, all));
        expect(prorated).toBeLessThanOrEqual(target);
        expect(prorated === 0).toBe(present === 0);
        expect(prorateTarget(target, SUM, worked(all, all))).toBe(target);
      }),
    );
  });
});
