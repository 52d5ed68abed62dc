import type { MetricDefinition } from '../library/built-in.js';
import type { MeasureId } from '../ids.js';
import type { MeasureUnit } from '../measures/measure.js';
import type { Metric, MetricUnit } from '../metrics/metric.js';
import type { KnownDefinitions } from './define-own-metric.js';
import type { DraftProblem, FromMetrics, OwnMetricDraft } from './own-metric-draft.js';
import { partProblem } from './part-problem.js';

/** More nobody could tell apart. */
const MOST_TERMS = 20;
const MOST_WEIGHT = 1_000_000;

/** Weighted metrics as one sum of their measures; only to be used when there is no problem. */
export function defineFromMetrics(
  draft: OwnMetricDraft,
  { terms }: FromMetrics,
  key: string,
  known: KnownDefinitions,
): { readonly metric: MetricDefinition; readonly problems: readonly DraftProblem[] } {
  const problems = terms.flatMap((term, index) => termProblems(term, index, key, known));
  if (terms.length > MOST_TERMS) {
    problems.push({ path: '/from/terms', reason: `No more than ${MOST_TERMS} metrics` });
  }
  const keys = new Map(known.measures.map(({ id, key: name }) => [id, name]));
  const weights = new Map<MeasureId, number>();
  const parts = problems.length > 0 ? [] : terms;
  for (const { metric, weight } of parts) {
    for (const { measureId, weight: own } of linearOf(metric, known.metrics)) {
      weights.set(measureId, (weights.get(measureId) ?? 0) + own * weight);
    }
  }
  const left = [...weights].filter(([, weight]) => weight !== 0);
  if (problems.length === 0 && left.length === 0) {
    problems.push({ path: '/from/terms', reason: 'The sum is empty: add a metric' });
  }
  const units = [...new Set(left.map(([id]) => unitOf(id, known)))];
  if (units.length > 1) {
    const told = units.map((unit) => UNIT_WORDS[unit]).join(' and ');
    problems.push({ path: '/from/terms', reason: `${told} cannot be added up in one sum` });
  }
  const [unit = 'count'] = units;
  const { direction, timing } = draft;
  return {
    problems,
    metric: {
      key,
      title: draft.title.trim(),
      unit: shownUnit(unit),
      direction,
      timing,
      formula: {
        kind: 'sum',
        terms: Object.fromEntries(left.map(([id, weight]) => [keys.get(id) ?? '', weight])),
      },
    },
  };
}

function termProblems(
  { metric: name, weight }: FromMetrics['terms'][number],
  index: number,
  key: string,
  known: KnownDefinitions,
): DraftProblem[] {
  const path = `/from/terms/${index}`;
  const told = (part: string, reason: string) => [{ path: `${path}/${part}`, reason }];
  const reason = partProblem(name, key, known);
  if (reason !== undefined) return told('metric', reason);
  const isWhole = Number.isInteger(weight) && weight !== 0 && Math.abs(weight) <= MOST_WEIGHT;
  return isWhole ? [] : told('weight', 'A whole number other than 0');
}

function linearOf(key: string, metrics: readonly Metric[]) {
  const formula = metrics.find((metric) => metric.key === key)?.formula;
  return formula?.kind === 'sum' ? formula.terms : [];
}

function unitOf(id: MeasureId, { measures }: KnownDefinitions): MeasureUnit {
  return measures.find((measure) => measure.id === id)?.unit ?? 'count';
}

function shownUnit(unit: MeasureUnit): MetricUnit {
  return unit === 'count' ? { kind: 'points' } : { kind: unit };
}

const UNIT_WORDS: Readonly<Record<MeasureUnit, string>> = {
  count: 'counts',
  money: 'money',
  duration: 'time',
};
