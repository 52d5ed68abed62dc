import type { MetricDefinition, PartDefinition, Terms } from '../library/built-in.js';
import type { Measure } from '../measures/measure.js';
import { ONE } from '../measures/measure.js';
import { minorDigitsOf } from '../money/minor-units.js';
import { compileFormula } from './formula-text.js';
import type { BoundLeast, Least } from './least.js';
import type { Formula, Linear, Metric, Part } from './metric.js';

/**
 * A definition with its measures found. `currency` is the organisation's.
 * @throws Error when it names a measure that does not exist, when a part of a formula is of several
 * units, or when the formula cannot be read.
 */
export function bindMetric(
  definition: MetricDefinition,
  version: number,
  measures: readonly Measure[],
  currency: string,
): Metric {
  const { key } = definition;
  const bound = { ...definition, version };
  return { ...bound, formula: bindFormula({ key, measures, currency }, definition.formula) };
}

interface Known {
  readonly key: string;
  readonly measures: readonly Measure[];
  readonly currency: string;
}

function bindFormula(known: Known, formula: MetricDefinition['formula']): Formula {
  switch (formula.kind) {
    case 'sum':
      return { kind: 'sum', ...bindTerms(known, formula.terms) };
    case 'ratio':
      return {
        kind: 'ratio',
        numerator: bindTerms(known, formula.numerator),
        denominator: bindTerms(known, formula.denominator),
        ...(formula.least && { least: bindLeast(known, formula.least, formula.denominator) }),
        ...(formula.isProportion && { isProportion: true }),
      };
    case 'computed': {
      compileFormula(formula.cel);
      const parts = Object.entries(formula.parts).map(
        ([name, part]) => [name, bindPart(known, name, part)] as const,
      );
      return {
        kind: 'computed',
        parts: Object.fromEntries(parts),
        cel: formula.cel,
        moneyScale: 10 ** minorDigitsOf(known.currency),
      };
    }
  }
}

function bindLeast(known: Known, least: Least, denominator: Terms): BoundLeast {
  const weights = new Set(Object.values(denominator));
  const [weight] = weights;
  const isCounted = Object.keys(denominator).every(
    (term) => measureOf(known, term).unit === 'count',
  );
  if (!isCounted || weights.size !== 1 || weight === undefined || weight <= 0)
    throw new Error(`"${known.key}" has a least of something that is not counted`);
  return { ...least, each: ONE * weight };
}

function bindPart(known: Known, name: string, { terms, window = 'period' }: PartDefinition): Part {
  const [unit, ...others] = new Set(Object.keys(terms).map((term) => measureOf(known, term).unit));
  if (unit === undefined || others.length > 0)
    throw new Error(`"${known.key}" adds up different things in "${name}"`);
  return { ...bindTerms(known, terms), window, unit };
}

function bindTerms(known: Known, terms: Terms): Linear {
  return {
    terms: Object.entries(terms).map(([measure, weight]) => ({
      measureId: measureOf(known, measure).id,
      weight,
    })),
  };
}

function measureOf({ key, measures }: Known, wanted: string): Measure {
  const measure = measures.find((candidate) => candidate.key === wanted);
  if (!measure) throw new Error(`"${key}" needs the unknown measure "${wanted}"`);
  return measure;
}
