import type { Kpi, MeasureDefinition, MeasureId } from '@bellwether/domain';
import { BUILT_IN_MEASURES, bindMetric, measuresOf } from '@bellwether/domain';
import type { DefinitionChange, InForce, Left } from '../ports/definitions.js';

/** Which measures a metric is made of does not depend on it. */
const ANY_CURRENCY = 'EUR';

/** What has to be in force for a KPI to be shown, besides what is. */
export function addKpi(
  kpi: Kpi,
  { measures, metrics }: InForce,
): DefinitionChange | Left<'in-use'> {
  if (metrics.some(({ key }) => key === kpi.metric.key))
    return { kind: 'leave', because: 'in-use' };
  const known = new Set(measures.map(({ key }) => key));
  return {
    kind: 'add',
    metric: kpi.metric,
    measures: neededBy(kpi).filter(({ key }) => !known.has(key)),
  };
}

/** Its own measures, and those of every organisation: one may be older than they are. */
function neededBy({ metric, measures: own }: Kpi): readonly MeasureDefinition[] {
  const shipped = [...own, ...BUILT_IN_MEASURES];
  const numbered = shipped.map((measure, index) => ({
    ...measure,
    id: index as MeasureId,
    version: 1,
  }));
  const needed = new Set(measuresOf(bindMetric(metric, 1, numbered, ANY_CURRENCY)));
  return numbered
    .filter(({ id }) => id < own.length || needed.has(id))
    .map(({ id }) => shipped[id] as MeasureDefinition);
}
