import type { Metric, MetricValue, TotalOf } from '../metrics/metric.js';
import { metricValue, windowsOf } from '../metrics/metric.js';
import { isSum } from './prorate-target.js';

/** What somebody has come to. */
export interface Measured {
  readonly value: MetricValue | null;
  /** Of a sum of nothing 0; null where there is nothing to divide by. */
  readonly actual: number | null;
}

export function measure(metric: Metric, totalOf: TotalOf): Measured {
  const value = metricValue(metric, totalOf) ?? null;
  return { value, actual: value?.score ?? (isSum(metric) ? 0 : null) };
}

/** Whether days of their own have a value: not where other days than those of the period are looked at. */
export function isDaily(metric: Pick<Metric, 'formula'>): boolean {
  return windowsOf(metric).every((window) => window === 'period');
}
