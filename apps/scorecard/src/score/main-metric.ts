import type { MetricsReply } from '@bellwether/contracts';
import type { Period } from './periods.js';

export type Metric = MetricsReply['metrics'][number];

/**
 * The metric that a period is about. A day or a week is what somebody does, so the leading metric that weighs
 * it all in points, or else the first leading one; a month or a quarter is what it brings.
 */
export function mainMetric(metrics: readonly Metric[], period: Period): Metric | null {
  const timing = period === 'day' || period === 'week' ? 'leading' : 'lagging';
  const fitting = metrics.filter((metric) => metric.timing === timing);
  const points = timing === 'leading' ? fitting.find(({ unit }) => unit.kind === 'points') : null;
  return points ?? fitting[0] ?? metrics[0] ?? null;
}
