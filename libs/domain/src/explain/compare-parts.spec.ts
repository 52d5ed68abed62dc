import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../ids.js';
import type { Formula, Metric, TotalOf } from '../metrics/metric.js';
import { metricValue } from '../metrics/metric.js';
import { compareParts } from './compare-parts.js';

const WON = 1 as MeasureId;
const DECIDED = 2 as MeasureId;
const CALLS = 3 as MeasureId;

const of = (measureId: MeasureId, weight = 1) => ({ terms: [{ measureId, weight }] });
const points: Formula = { kind: 'sum', terms: [...of(WON, 10).terms, ...of(CALLS).terms] };
const rate: Formula = { kind: 'ratio', numerator: of(WON), denominator: of(DECIDED) };
const growth: Formula = {
  kind: 'computed',
  parts: {
    now: { ...of(WON), window: 'period', unit: 'count' },
    before: { ...of(WON), window: 'previous', unit: 'count' },
  },
  cel: 'now / before',
  moneyScale: 100,
};

const metric = (formula: Formula): Pick<Metric, 'formula' | 'unit'> => ({
  formula,
  unit: formula.kind === 'sum' ? { kind: 'points' } : { kind: 'ratio' },
});
/** Quantities by measure; of the period before, by `-measure`. */
const totals =
  (quantities: Readonly<Record<number, number>>): TotalOf =>
  (id, window) =>
    quantities[window === 'previous' ? -Number(id) : id];

const effects = (formula: Formula, own: Record<number, number>, other: Record<number, number>) =>
  compareParts(metric(formula), totals(own), totals(other)).map(({ effect }) => effect);

describe('the difference of two scores', () => {
  it.each<[string, Formula, Record<number, number>, Record<number, number>, (number | null)[]]>([
    ['of a sum is told by weight', points, { 1: 2_000, 3: 5_000 }, { 1: 3_000, 3: 1_000 }, [-10_000, 4_000]], // prettier-ignore
    ['of somebody with nothing is all', points, {}, { 1: 3_000 }, [-30_000, 0]],
    ['of the same halves is nothing', rate, { 1: 1_000, 2: 4_000 }, { 1: 1_000, 2: 4_000 }, [0, 0]],
    ['of rates over as many is the numerator’s', rate, { 1: 1_000, 2: 4_000 }, { 1: 2_000, 2: 4_000 }, [-0.25, 0]], // prettier-ignore
    ['of a formula goes to the window it comes from', growth, { 1: 2_000, [-1]: 1_000 }, { 1: 1_000, [-1]: 1_000 }, [1, 0]], // prettier-ignore
    ['is not told where a mix has no value', growth, { 1: 2_000, [-1]: 1_000 }, { 1: 1_000 }, [null, null]], // prettier-ignore
  ])('%s', (_, formula, own, other, expected) => {
    expect(effects(formula, own, other)).toEqual(expected);
  });

  it('is told window by window', () => {
    const parts = compareParts(metric(growth), totals({ 1: 7, [-1]: 3 }), totals({ 1: 5 }));
    expect(parts).toMatchObject([
      { measureId: WON, window: 'period', own: 7, other: 5 },
      { measureId: WON, window: 'previous', own: 3, other: 0 },
    ]);
  });

  it('is what all effects add up to, and the other way round its opposite', () => {
    const some = fc.integer({ min: 1, max: 90 }).map((whole) => whole * 1_000);
    const quantities = fc.record({ 1: some, 2: some, 3: some, [-1]: some });
    const formulas = fc.constantFrom(points, rate, growth);
    fc.assert(
      fc.property(formulas, quantities, quantities, (formula, own, other) => {
        const scoreOf = (one: typeof own) =>
          metricValue(metric(formula), totals(one))?.score ?? Number.NaN;
        const sum = (all: readonly (number | null)[]) =>
          all.reduce<number>((total, one) => total + (one ?? Number.NaN), 0);
        const there = sum(effects(formula, own, other));
        expect(there).toBeCloseTo(scoreOf(own) - scoreOf(other), 6);
        expect(sum(effects(formula, other, own))).toBeCloseTo(-there, 6);
      }),
    );
  });
});
