import type { MetricDefinition } from '../library/built-in.js';
import type { Measure } from '../measures/measure.js';
import type { Linear, Metric } from './metric.js';

/**
 * A definition with its measures found.
 * @throws Error when it names a measure that does not exist.
 */
export function bindMetric(
  definition: MetricDefinition,
  version: number,
  measures: readonly Measure[],
): Metric {
  const bind = (terms: Readonly<Record<string, number>>): Linear => ({
    terms: Object.entries(terms).map(([key, weight]) => {
      const measure = measures.find((candidate) => candidate.key === key);
      if (!measure) throw new Error(`"${definition.key}" needs the unknown measure "${key}"`);
      return { measureId: measure.id, weight };
    }),
  });
  const { formula, ...rest } = definition;
  return {
    ...rest,
    version,
    formula:
      formula.kind === 'sum'
        ? { kind: 'sum', ...bind(formula.terms) }
        : {
            kind: 'ratio',
            numerator: bind(formula.numerator),
            denominator: bind(formula.denominator),
          },
  };
}
