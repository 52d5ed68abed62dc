import type { Option } from '@bellwether/ui';
import type { Metric } from '../metrics/metrics.svelte.js';

/** The metrics that a line can be of, those of the wanted kind first. */
export function metricOptions(
  metrics: readonly Metric[],
  first: Metric['timing'],
): readonly Option[] {
  return metrics
    .map((metric) => ({
      metric,
      option: {
        value: metric.key,
        label: metric.title,
        detail: metric.timing === 'leading' ? 'what people do' : 'what it brings',
      },
    }))
    .toSorted(
      (a, b) =>
        Number(b.metric.timing === first) - Number(a.metric.timing === first) ||
        a.option.label.localeCompare(b.option.label),
    )
    .map(({ option }) => option);
}

/** Which line of what was sent a refusal is about, `lines.2.target`; null when it is about none. */
export function lineOfField(field: string): number | null {
  const found = /^lines\.(\d+)/.exec(field);
  return found ? Number(found[1]) : null;
}
