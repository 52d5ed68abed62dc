import type { Metric, MetricValue } from '../metrics/metric.js';
import { metricValue } from '../metrics/metric.js';
import { isSum } from './prorate-target.js';

/** What somebody has come to. */
export interface Measured {
  readonly value: MetricValue | null;
  /** Of a sum of nothing 0; null where there is nothing to divide by. */
  readonly actual: number | null;
}

export function measure(metric: Metric, totalOf: Parameters<typeof metricValue>[1]): Measured {
  const value = metricValue(metric, totalOf) ?? null;
  return { value, actual: value?.score ?? (isSum(metric) ? 0 : null) };
}
