import type {
  KnownDefinitions,
  MeasureDefinition,
  MeasureId,
  MetricDefinition,
  OwnMetricDraft,
} from '@bellwether/domain';
import { bindMetric, isMeasureOf } from '@bellwether/domain';

/** What would be in force with this metric in place of its like; measures that are new get numbers below 0. */
export function withMetric<Known extends KnownDefinitions>(
  known: Known,
  metric: MetricDefinition,
  measures: readonly MeasureDefinition[],
  draft: OwnMetricDraft,
  /** The organisation's. */
  currency: string,
): Known {
  const numbered = measures.map((measure, index) => ({
    ...measure,
    id: -(index + 1) as MeasureId,
    version: 0,
  }));
  const kept = known.measures.filter(
    ({ id, key }) => measures.length === 0 || (id > 0 && !isMeasureOf(key, metric.key)),
  );
  const all = [...kept, ...numbered];
  return {
    ...known,
    measures: all,
    metrics: [
      ...known.metrics.filter(({ key }) => key !== metric.key),
      bindMetric(metric, 0, all, currency),
    ],
    drafts: new Map([...known.drafts, [metric.key, draft]]),
  };
}
