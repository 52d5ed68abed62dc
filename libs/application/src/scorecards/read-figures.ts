import type {
  MeasureId,
  Measured,
  Metric,
  OrganisationId,
  Period,
  PersonId,
} from '@bellwether/domain';
import { measure, measuresOf } from '@bellwether/domain';
import type { Totals } from '../ports/totals.js';

/** What people have come to, by person, metric and period. */
export type FigureOf = (personId: PersonId, metric: Metric, period: Period) => Measured;

/** Reads the figures of people; one question for each period, however many metrics are of it. */
export async function readFigures(
  totals: Totals,
  organisationId: OrganisationId,
  asked: readonly { readonly metric: Metric; readonly period: Period }[],
  people: readonly PersonId[],
): Promise<FigureOf> {
  const sums = new Map<string, number>();
  const periods = new Map(asked.map(({ period }) => [period.kind, period]));
  for (const [kind, { startsOn, endsOn }] of periods) {
    const metrics = asked.filter(({ period }) => period.kind === kind);
    const measureIds = [...new Set(metrics.flatMap(({ metric }) => measuresOf(metric)))];
    const range = { from: startsOn, to: endsOn };
    const read = await totals.read(organisationId, measureIds, range, { people });
    // One for each team that somebody was in.
    for (const { personId, measureId, quantity } of read.totals) {
      const key = keyOf(personId, measureId, kind);
      sums.set(key, (sums.get(key) ?? 0) + quantity);
    }
  }
  return (personId, metric, { kind }) =>
    measure(metric, (measureId) => sums.get(keyOf(personId, measureId, kind)));
}

function keyOf(personId: PersonId, measureId: MeasureId, kind: Period['kind']): string {
  return `${personId} ${measureId} ${kind}`;
}
