import type { MetricDefinition, PartDefinition } from '../library/built-in.js';
import type { MetricUnit } from '../metrics/metric.js';
import { checkFormula } from './check-formula.js';
import type { KnownDefinitions } from './define-own-metric.js';
import { namesIn } from './formula-names.js';
import type { DraftProblem, FromFormula, OwnMetricDraft } from './own-metric-draft.js';
import { partProblem } from './part-problem.js';

/** A formula with the sums that its names stand for; only to be used when there is no problem. */
export function defineFromFormula(
  draft: OwnMetricDraft,
  { cel, shownAs }: FromFormula,
  key: string,
  known: KnownDefinitions,
): { readonly metric: MetricDefinition; readonly problems: readonly DraftProblem[] } {
  const path = '/from/cel';
  const wrong = checkFormula(cel);
  const names = namesIn(cel);
  const problems: DraftProblem[] = wrong
    ? [{ path, ...wrong }]
    : names.flatMap(({ name, at }) => {
        const reason = partProblem(name, key, known);
        return reason === undefined ? [] : [{ path, reason, at }];
      });
  const parts = names.flatMap(({ name }) => {
    const part = partOf(name, known);
    return part ? [[name, part] as const] : [];
  });
  const { direction, timing } = draft;
  return {
    problems,
    metric: {
      key,
      title: draft.title.trim(),
      unit: UNITS[shownAs],
      direction,
      timing,
      formula: { kind: 'computed', parts: Object.fromEntries(parts), cel },
    },
  };
}

const UNITS: Readonly<Record<FromFormula['shownAs'], MetricUnit>> = {
  number: { kind: 'per' },
  percent: { kind: 'ratio' },
  money: { kind: 'money' },
  time: { kind: 'duration' },
};

function partOf(name: string, { metrics, measures }: KnownDefinitions): PartDefinition | undefined {
  const formula = metrics.find(({ key }) => key === name)?.formula;
  if (formula?.kind !== 'sum') return undefined;
  const keys = new Map(measures.map(({ id, key }) => [id, key]));
  return {
    terms: Object.fromEntries(
      formula.terms.map(({ measureId, weight }) => [keys.get(measureId) ?? '', weight]),
    ),
  };
}
