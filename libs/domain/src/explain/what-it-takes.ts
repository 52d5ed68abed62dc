import { ONE } from '../measures/measure.js';
import type { Metric, MetricValue } from '../metrics/metric.js';

/** What separates somebody from the one ahead, told as what to do about it. */
export type WhatItTakes =
  | {
      readonly kind: 'more' | 'less';
      /** To draw level, in the metric's smallest part; more than 0. */
      readonly gap: number;
      /** What one of theirs has been worth on average; null where that says nothing. */
      readonly each: number | null;
      /** How many of that size draw level; null where that says nothing. */
      readonly times: number | null;
    }
  /** So many that count on both sides of a rate, one after the other, draw level. */
  | { readonly kind: 'in-a-row'; readonly times: number };

/** What somebody has and how many records it came from. */
export interface Earned {
  readonly value: MetricValue | null;
  /** Records that count; null where they are not of one kind. */
  readonly records: number | null;
}

/**
 * What it takes to draw level with `other`; null for who is level or ahead, and where a metric does not
 * move by a single step, as formulas.
 */
export function whatItTakes(
  { formula, unit, direction }: Pick<Metric, 'formula' | 'unit' | 'direction'>,
  { value, records }: Earned,
  other: MetricValue,
): WhatItTakes | null {
  const score = value?.score ?? 0;
  const gap = direction === 'higher' ? other.score - score : score - other.score;
  if (gap <= 0) return null;
  if (formula.kind === 'ratio') {
    return unit.kind === 'ratio' && direction === 'higher' ? inARow(value, other, unit.of) : null;
  }
  if (formula.kind === 'computed') return null;
  if (direction === 'lower') return { kind: 'less', gap, each: null, times: null };
  const each = worthOfOne(unit, score, records);
  const times = each === null ? null : Math.ceil(gap / each);
  return { kind: 'more', gap, each, times };
}

/** A count is told in pieces; what weighs differently from time to time by its average. */
function worthOfOne(unit: Metric['unit'], score: number, records: number | null): number | null {
  if (unit.kind === 'count') return ONE;
  if (unit.kind !== 'money' || records === null || records === 0 || score <= 0) return null;
  return score / records;
}

/** Each one that counts above counts below, too: a rate rises towards 1 and never beyond. */
function inARow(
  value: MetricValue | null,
  { score: wanted }: MetricValue,
  halves: 'money' | undefined,
): WhatItTakes | null {
  if (halves === 'money' || wanted >= 1) return null;
  const { numerator, denominator } = value?.parts ?? { numerator: 0, denominator: 0 };
  const missing = (wanted * denominator - numerator) / (1 - wanted);
  return { kind: 'in-a-row', times: Math.max(1, Math.ceil(Number((missing / ONE).toFixed(9)))) };
}
