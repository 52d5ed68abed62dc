import type { DraftProblem, MeasureDefinition, OwnMetricDraft } from '@bellwether/domain';
import { defineOwnMetric, isMeasureOf } from '@bellwether/domain';
import type { Left } from '../ports/definitions.js';
import type { OwnMetricChange, OwnMetricsInForce, WordedMetric } from '../ports/own-metrics.js';
import { madeOf } from './made-of.js';
import { withMetric } from './with-metric.js';

/** Of what only what it is made of is asked. */
const ANY_CURRENCY = 'EUR';

/** What is changed when a metric is worded, for the first time or anew. */
export function wordMetric(
  draft: OwnMetricDraft,
  key: string,
  inForce: OwnMetricsInForce,
): OwnMetricChange | Left<readonly DraftProblem[]> {
  const defined = defineOwnMetric(draft, key, inForce);
  if (defined.kind === 'refused') return { kind: 'leave', because: defined.problems };
  const worded = { metric: defined.metric, draft };
  const others = madeAnew({ ...worded, measures: defined.measures }, inForce);
  if ('problem' in others) return { kind: 'leave', because: [others.problem] };
  const own = inForce.measures.filter((measure) => isMeasureOf(measure.key, key));
  const measures = defined.measures.filter(
    (measure) => !own.some((known) => saysTheSame(known, measure)),
  );
  const stay = defined.measures.filter((measure) => !measures.includes(measure));
  return {
    kind: 'define',
    metrics: [worded, ...others.metrics],
    measures,
    replaced: own
      .filter((known) => !stay.some((measure) => measure.key === known.key))
      .map(({ id }) => id),
  };
}

interface Worded extends WordedMetric {
  readonly measures: readonly MeasureDefinition[];
}

/** Metrics that are made of it, made anew out of what it is now. */
function madeAnew(
  { metric, draft, measures }: Worded,
  inForce: OwnMetricsInForce,
): { readonly metrics: readonly WordedMetric[] } | { readonly problem: DraftProblem } {
  const metrics: WordedMetric[] = [];
  let known = withMetric(inForce, metric, measures, draft, ANY_CURRENCY);
  for (const key of madeOf(metric.key, inForce.drafts)) {
    const other = inForce.drafts.get(key);
    if (!other) continue;
    const again = defineOwnMetric(other, key, known);
    if (again.kind === 'refused') {
      const reason = `“${other.title}” is made of it: ${again.problems[0]?.reason ?? ''}`;
      return { problem: { path: '/from', reason } };
    }
    metrics.push({ metric: again.metric, draft: other });
    known = withMetric(known, again.metric, [], other, ANY_CURRENCY);
  }
  return { metrics };
}

/** Whatever order it was kept in. */
function saysTheSame(known: MeasureDefinition, measure: MeasureDefinition): boolean {
  const { key, unit, words, rules, distinctBy, atMost } = known;
  return ordered({ key, unit, words, rules, distinctBy, atMost }) === ordered(measure);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
