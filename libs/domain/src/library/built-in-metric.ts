import type { MetricDefinition } from './built-in.js';
import { BUILT_IN_METRICS } from './built-in.js';

/**
 * A metric that every organisation is founded with.
 * @throws Error when there is none of this key.
 */
export function builtIn(key: string): MetricDefinition {
  const metric = BUILT_IN_METRICS.find((candidate) => candidate.key === key);
  if (!metric) throw new Error(`There is no built-in metric "${key}"`);
  return metric;
}
