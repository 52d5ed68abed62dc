import type { Kpi } from '@bellwether/domain';
import { BUILT_IN_MEASURES, measuresOf } from '@bellwether/domain';
import type { DefinitionChange, InForce, Left } from '../ports/definitions.js';
import { wallsThatPlay } from './walls-that-play.js';

/** Walls play it: these. */
export interface ShownOn {
  readonly shownOn: readonly string[];
}

/** Metrics of one's own are made of it, or scorecards measure by it: these. */
export interface UsedBy {
  readonly usedBy: readonly string[];
}

/** Those that a metric cannot be taken from. */
export function usersOf(metric: string, users: InForce['users']): readonly string[] {
  return users.filter(({ metrics }) => metrics.includes(metric)).map(({ name }) => name);
}

/**
 * What is in force no longer once a KPI is not: its metric, and its measures unless another metric is
 * made of them. What every organisation counts is counted on: bells ring by it.
 */
export function removeKpi(
  kpi: Kpi,
  { measures, metrics, screens, users }: InForce,
): DefinitionChange | Left<'not-in-use' | ShownOn | UsedBy> {
  const metric = metrics.find(({ key }) => key === kpi.metric.key);
  if (!metric) return { kind: 'leave', because: 'not-in-use' };
  const shownOn = wallsThatPlay(metric.key, screens);
  if (shownOn.length > 0) return { kind: 'leave', because: { shownOn } };
  const usedBy = usersOf(metric.key, users);
  if (usedBy.length > 0) return { kind: 'leave', because: { usedBy } };
  const others = metrics.filter((other) => other !== metric);
  const needed = new Set(others.flatMap((other) => measuresOf(other)));
  const builtIn = new Set(BUILT_IN_MEASURES.map(({ key }) => key));
  const own = new Set(kpi.measures.map(({ key }) => key));
  const ofMetric = new Set(measuresOf(metric));
  return {
    kind: 'remove',
    metric,
    measures: measures
      .filter(({ id, key }) => own.has(key) || ofMetric.has(id))
      .filter(({ id, key }) => !builtIn.has(key) && !needed.has(id))
      .map(({ id }) => id),
  };
}
