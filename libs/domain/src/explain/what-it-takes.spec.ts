import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../ids.js';
import type { Metric, MetricValue } from '../metrics/metric.js';
import type { WhatItTakes } from './what-it-takes.js';
import { whatItTakes } from './what-it-takes.js';

const linear = { terms: [{ measureId: 1 as MeasureId, weight: 1 }] };
type Kind = Pick<Metric, 'formula' | 'unit' | 'direction'>;
const money: Kind = {
  formula: { kind: 'sum', ...linear },
  unit: { kind: 'money' },
  direction: 'higher',
};
const count: Kind = { ...money, unit: { kind: 'count', one: 'deal', many: 'deals' } };
const points: Kind = { ...money, unit: { kind: 'points' } };
const cost: Kind = { ...money, direction: 'lower' };
const rate: Kind = {
  formula: { kind: 'ratio', numerator: linear, denominator: linear },
  unit: { kind: 'ratio' },
  direction: 'higher',
};
const lost: Kind = { ...rate, direction: 'lower' };
const moneyRate: Kind = { ...rate, unit: { kind: 'ratio', of: 'money' } };
const perCall: Kind = { ...rate, unit: { kind: 'per' } };

const plain = (score: number): MetricValue => ({ score, parts: null });
const of = (numerator: number, denominator: number): MetricValue => ({
  score: numerator / denominator,
  parts: { numerator: numerator * 1_000, denominator: denominator * 1_000 },
});

const cases: [string, Kind, MetricValue | null, number | null, MetricValue, WhatItTakes | null][] =
  [
    ['a gap of deals of the average size', money, plain(1_000_000), 4, plain(1_400_001), { kind: 'more', gap: 400_001, each: 250_000, times: 2 }], // prettier-ignore
    ['a gap alone where nothing counted yet', money, null, 0, plain(500), { kind: 'more', gap: 500, each: null, times: null }], // prettier-ignore
    ['a gap alone where records are of several types', money, plain(5), null, plain(500), { kind: 'more', gap: 495, each: null, times: null }], // prettier-ignore
    ['a gap alone where more was taken back than given', money, plain(-5), 2, plain(500), { kind: 'more', gap: 505, each: null, times: null }], // prettier-ignore
    ['pieces of a count, the last one whole', count, plain(2_000), 2, plain(4_500), { kind: 'more', gap: 2_500, each: 1_000, times: 3 }], // prettier-ignore
    ['points, which weigh differently', points, plain(9_000), 4, plain(10_000), { kind: 'more', gap: 1_000, each: null, times: null }], // prettier-ignore
    ['less, where less is better', cost, plain(900), 4, plain(400), { kind: 'less', gap: 500, each: null, times: null }], // prettier-ignore
    ['so many in a row of a rate', rate, of(1, 4), 4, of(1, 2), { kind: 'in-a-row', times: 2 }],
    ['at least one', rate, null, 0, of(1, 2), { kind: 'in-a-row', times: 1 }],
    ['nothing that could reach a rate of all', rate, of(1, 2), 2, of(3, 3), null],
    ['nothing said of a rate that should fall', lost, of(1, 2), 2, of(1, 4), null],
    ['nothing said of shares of money', moneyRate, of(1, 4), 4, of(1, 2), null],
    ['nothing said of so many for one', perCall, of(4, 1), 4, of(5, 1), null],
    ['nothing for who is level', money, plain(5), 1, plain(5), null],
    ['nothing for who is ahead', rate, of(1, 2), 1, of(1, 3), null],
  ];

describe('to draw level it takes', () => {
  it.each(cases)('%s', (_, metric, value, records, other, expected) => {
    expect(whatItTakes(metric, { value, records }, other)).toEqual(expected);
  });

  it('a number in a row that does it, while one less does not', () => {
    for (let above = 0; above < 9; above += 1) {
      const takes = whatItTakes(rate, { value: of(above, 10), records: 10 }, of(9, 10));
      const times = takes?.kind === 'in-a-row' ? takes.times : 0;
      expect((above + times) / (10 + times)).toBeGreaterThanOrEqual(0.9);
      expect((above + times - 1) / (10 + times - 1)).toBeLessThan(0.9);
    }
  });
});
