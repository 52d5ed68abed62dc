import type { MetricDefinition } from '../library/built-in.js';
import { KPIS } from '../library/kpis.js';
import type { Measure, MeasureDefinition } from '../measures/measure.js';
import type { Metric } from '../metrics/metric.js';
import { isKeepable } from '../records/keepable-text.js';
import { checkFromRecords } from './check-from-records.js';
import { defineFromFormula } from './define-from-formula.js';
import { defineFromMetrics } from './define-from-metrics.js';
import { defineFromRecords } from './define-from-records.js';
import type { DraftProblem, OwnMetricDraft } from './own-metric-draft.js';

/** What a draft has to get along with. */
export interface KnownDefinitions {
  readonly measures: readonly Measure[];
  readonly metrics: readonly Metric[];
  /** What the metrics of one's own in force were made of, by key. */
  readonly drafts: ReadonlyMap<string, OwnMetricDraft>;
}

/** What a draft comes to, ready to be counted; or all that keeps it from that. */
export type OwnDefinition =
  | {
      readonly kind: 'defined';
      readonly metric: MetricDefinition;
      readonly measures: readonly MeasureDefinition[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly DraftProblem[] };

export const MOST_TITLE = 60;
export const MOST_WORD = 30;

/** A draft as measures and a metric. `key` is what it is, or will be, called. */
export function defineOwnMetric(
  draft: OwnMetricDraft,
  key: string,
  known: KnownDefinitions,
): OwnDefinition {
  const { from } = draft;
  const named = [...titleProblems(draft, key, known), ...wordProblems(draft)];
  if (from.kind !== 'records') {
    const made =
      from.kind === 'points'
        ? defineFromMetrics(draft, from, key, known)
        : defineFromFormula(draft, from, key, known);
    const problems = [...named, ...made.problems];
    if (problems.length > 0) return { kind: 'refused', problems };
    return { kind: 'defined', metric: made.metric, measures: [] };
  }
  const problems = [...named, ...checkFromRecords(from)];
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'defined', ...defineFromRecords(draft, from, key) };
}

function titleProblems(
  { title }: OwnMetricDraft,
  key: string,
  { metrics }: KnownDefinitions,
): readonly DraftProblem[] {
  const told = (reason: string) => [{ path: '/title', reason }];
  const name = folded(title);
  if (name === '') return told('Give it a name');
  if (title.length > MOST_TITLE) return told(`No more than ${MOST_TITLE} characters`);
  if (!isKeepable(title)) return told('It holds a character that cannot be kept');
  const other = metrics.find((metric) => metric.key !== key && folded(metric.title) === name);
  if (other) return told(`There is a metric “${other.title}” already`);
  const kpi = KPIS.find(({ metric }) => folded(metric.title) === name);
  return kpi ? told(`The library has a figure “${kpi.metric.title}” already`) : [];
}

function wordProblems({ words }: OwnMetricDraft): readonly DraftProblem[] {
  if (words === null) return [];
  return (['one', 'many'] as const).flatMap((which) => {
    const word = words[which];
    const isFine = word.trim() !== '' && word.length <= MOST_WORD && isKeepable(word);
    return isFine
      ? []
      : [{ path: `/words/${which}`, reason: `A word of at most ${MOST_WORD} letters` }];
  });
}

function folded(title: string): string {
  return title.trim().replace(/\s+/g, ' ').toLowerCase();
}
