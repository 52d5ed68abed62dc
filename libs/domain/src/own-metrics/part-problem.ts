import type { KnownDefinitions } from './define-own-metric.js';
import { madeOfItself } from './made-of-itself.js';
import { nearestName } from './nearest-name.js';

/** Why a metric cannot be part of the metric `key`; undefined when it can. */
export function partProblem(
  name: string,
  key: string,
  known: KnownDefinitions,
): string | undefined {
  if (name === key) return 'It would be made of itself';
  const metric = known.metrics.find((candidate) => candidate.key === name);
  if (!metric) {
    const keys = known.metrics.map((candidate) => candidate.key);
    const nearest = nearestName(name, keys);
    const hint = nearest === undefined ? '' : `. Is "${nearest}" meant?`;
    return name === '' ? 'Choose a metric' : `unknown metric "${name}"${hint}`;
  }
  const way = madeOfItself(key, name, known);
  if (way) return `It would be made of itself, by way of ${way.join(', ')}`;
  if (metric.formula.kind === 'sum') return undefined;
  return `“${metric.title}” is a quotient or a formula, and only sums can be part of another`;
}
