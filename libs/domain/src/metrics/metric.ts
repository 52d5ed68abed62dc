import type { MeasureId } from '../ids.js';
import type { MeasureUnit } from '../measures/measure.js';
import { ONE } from '../measures/measure.js';
import { compileFormula } from './formula-text.js';
import type { BoundLeast } from './least.js';
import type { Window } from './window.js';

/** A sum of measures, each times a whole number: `1 × calls + 5 × meetings held`. */
export interface Linear {
  readonly terms: readonly {
    readonly measureId: MeasureId;
    readonly weight: number;
  }[];
}

/** A sum over other days than those of the period, as a formula names it. */
export interface Part extends Linear {
  readonly window: Window;
  readonly unit: MeasureUnit;
}

/**
 * Worked out of named parts by a CEL expression in whole units: pieces, seconds, and money in its
 * main unit. Without a value where it divides by 0, or comes to nothing that is a number.
 */
export interface Computed {
  readonly parts: Readonly<Record<string, Part>>;
  readonly cel: string;
  /** Smallest parts of the organisation's money in a whole unit, e.g. 100 cents. */
  readonly moneyScale: number;
}

/** One sum divided by another. */
export interface Ratio {
  readonly numerator: Linear;
  readonly denominator: Linear;
  /** Where it is of too few there is no place; without it, a place is for everybody. */
  readonly least?: BoundLeast;
  /** What is above is among what is below: so many of so many. */
  readonly isProportion?: boolean;
}

export type Formula =
  | ({ readonly kind: 'sum' } & Linear)
  | ({ readonly kind: 'ratio' } & Ratio)
  | ({ readonly kind: 'computed' } & Computed);

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

/** The sums that a metric is made of, each over its days. */
export function partsOf({ formula }: Pick<Metric, 'formula'>): readonly (Linear & {
  readonly window: Window;
})[] {
  switch (formula.kind) {
    case 'sum':
      return [{ terms: formula.terms, window: 'period' }];
    case 'ratio':
      return [formula.numerator, formula.denominator].map(({ terms }) => ({
        terms,
        window: 'period',
      }));
    case 'computed':
      return Object.values(formula.parts);
  }
}

/** The measures that a metric is made of; with a window those that it adds up over these days. */
export function measuresOf(metric: Pick<Metric, 'formula'>, window?: Window): readonly MeasureId[] {
  const parts = partsOf(metric).filter((part) => window === undefined || part.window === window);
  return [...new Set(parts.flatMap(({ terms }) => terms.map(({ measureId }) => measureId)))];
}

/** The windows that a metric adds up over; the period's own for all that are no formula. */
export function windowsOf(metric: Pick<Metric, 'formula'>): readonly Window[] {
  return [...new Set(partsOf(metric).map(({ window }) => window))];
}

/** What a measure adds up to over the days of a window; undefined where there is nothing. */
export type TotalOf = (measureId: MeasureId, window: Window) => number | undefined;

/** The value of a sum of measures; a measure without a total counts as 0. */
export function linearValue(
  { terms }: Linear,
  totalOf: TotalOf,
  window: Window = 'period',
): number {
  return terms.reduce(
    (sum, { measureId, weight }) => sum + weight * (totalOf(measureId, window) ?? 0),
    0,
  );
}

export interface MetricValue {
  /** Integer in the unit's smallest part, or numerator over denominator. */
  readonly score: number;
  readonly parts: { readonly numerator: number; readonly denominator: number } | null;
}

/**
 * A metric from summed totals. Undefined when there is nothing to rank: a sum of 0,
 * a ratio with nothing below, or a formula without a value.
 */
export function metricValue(
  { formula, unit }: Pick<Metric, 'formula' | 'unit'>,
  totalOf: TotalOf,
): MetricValue | undefined {
  if (formula.kind === 'sum') {
    const score = linearValue(formula, totalOf);
    return score === 0 ? undefined : { score, parts: null };
  }
  if (formula.kind === 'computed') {
    const score = computedScore(formula, unit, totalOf);
    return score === undefined ? undefined : { score, parts: null };
  }
  const numerator = linearValue(formula.numerator, totalOf);
  const denominator = linearValue(formula.denominator, totalOf);
  if (denominator === 0) return undefined;
  return { score: numerator / denominator, parts: { numerator, denominator } };
}

/** Beyond this many digits a formula's score is noise of the arithmetic. */
const DIGITS = 14;

function computedScore(
  { parts, cel, moneyScale }: Computed,
  unit: MetricUnit,
  totalOf: TotalOf,
): number | undefined {
  const whole = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      linearValue(part, totalOf, part.window) / scaleOf(part.unit, moneyScale),
    ]),
  );
  // Of somebody of whom nothing is known there is nothing to say, whatever the expression makes of it.
  if (Object.values(whole).every((value) => value === 0)) return undefined;
  const value = compileFormula(cel)(whole);
  if (value === undefined) return undefined;
  return Number((value * scaleOf(unit.kind, moneyScale)).toPrecision(DIGITS));
}

function scaleOf(unit: MeasureUnit | MetricUnit['kind'], moneyScale: number): number {
  switch (unit) {
    case 'money':
      return moneyScale;
    case 'count':
    case 'points':
      return ONE;
    case 'duration':
    case 'days':
    case 'per':
    case 'ratio':
      return 1;
  }
}
