import type { MeasureId } from '../ids.js';

/** A sum of measures, each times a whole number: `1 × calls + 5 × meetings held`. */
export interface Linear {
  readonly terms: readonly {
    readonly measureId: MeasureId;
    readonly weight: number;
  }[];
}

export type Formula =
  | ({ readonly kind: 'sum' } & Linear)
  | { readonly kind: 'ratio'; readonly numerator: Linear; readonly denominator: Linear };

export type MetricUnit =
  | { readonly kind: 'money' }
  | { readonly kind: 'count'; readonly one: string; readonly many: string }
  | { readonly kind: 'points' }
  | { readonly kind: 'duration' }
  /** Seconds, told as days. */
  | { readonly kind: 'days' }
  /** So many of one thing for one of another, e.g. calls for a conversation. */
  | { readonly kind: 'per' }
  /** `of` says what both halves are, where they are no counts. */
  | { readonly kind: 'ratio'; readonly of?: 'money' };

/** What people see and compete on. */
export interface Metric {
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly unit: MetricUnit;
  readonly direction: 'higher' | 'lower';
  /** Leading: what a rep controls today. Lagging: what came of it. */
  readonly timing: 'leading' | 'lagging';
  readonly formula: Formula;
}

/** The measures that a metric is made of. */
export function measuresOf({ formula }: Metric): readonly MeasureId[] {
  const linears = formula.kind === 'sum' ? [formula] : [formula.numerator, formula.denominator];
  return [...new Set(linears.flatMap(({ terms }) => terms.map(({ measureId }) => measureId)))];
}

/** The value of a sum of measures; a measure without a total counts as 0. */
export function linearValue(
  { terms }: Linear,
  totalOf: (measureId: MeasureId) => number | undefined,
): number {
  return terms.reduce((sum, { measureId, weight }) => sum + weight * (totalOf(measureId) ?? 0), 0);
}

export interface MetricValue {
  /** Integer in the unit's smallest part, or numerator over denominator. */
  readonly score: number;
  readonly parts: { readonly numerator: number; readonly denominator: number } | null;
}

/**
 * A metric from summed totals. Undefined when there is nothing to rank: a sum of 0,
 * or a ratio with nothing below.
 */
export function metricValue(
  { formula }: Pick<Metric, 'formula'>,
  totalOf: (measureId: MeasureId) => number | undefined,
): MetricValue | undefined {
  if (formula.kind === 'sum') {
    const score = linearValue(formula, totalOf);
    return score === 0 ? undefined : { score, parts: null };
  }
  const numerator = linearValue(formula.numerator, totalOf);
  const denominator = linearValue(formula.denominator, totalOf);
  if (denominator === 0) return undefined;
  return { score: numerator / denominator, parts: { numerator, denominator } };
}
