import { describe, expect, it } from 'vitest';
import { mainMetric, type Metric } from './main-metric.js';
import { PERIODS } from './periods.js';

const metric = (key: string, timing: Metric['timing'], unit: Metric['unit']): Metric => ({
  key,
  version: 1,
  title: key,
  timing,
  direction: 'higher',
  unit,
  privacy: { audience: 'everyone', shows: 'value', places: null },
  isForYou: true,
  isQuotient: false,
  madeOf: [],
  brokenDownBy: null,
});
const calls = metric('calls', 'leading', { kind: 'count', one: 'call', many: 'calls' });
const points = metric('points', 'leading', { kind: 'points' });
const revenue = metric('revenue', 'lagging', { kind: 'money', currency: 'EUR', minorDigits: 2 });
const mainOf = (metrics: readonly Metric[]) =>
  PERIODS.map((period) => mainMetric(metrics, period)?.key ?? null);

describe('mainMetric', () => {
  it.each<[string, readonly Metric[], readonly (string | null)[]]>([
    [
      'what is done, then what it brings',
      [revenue, calls],
      ['calls', 'calls', 'revenue', 'revenue'],
    ],
    [
      'points weigh all that is done',
      [calls, points, revenue],
      ['points', 'points', 'revenue', 'revenue'],
    ],
    ['an organisation with one kind only', [revenue], ['revenue', 'revenue', 'revenue', 'revenue']],
    ['no metric at all', [], [null, null, null, null]],
  ])('%s', (_, metrics, expected) => {
    expect(mainOf(metrics)).toEqual(expected);
  });
});
