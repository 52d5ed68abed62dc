import type {
  BusinessDate,
  MeasureId,
  Measured,
  Metric,
  OrganisationId,
  Period,
  PersonId,
  TotalOf,
  Window,
} from '@bellwether/domain';
import { averaged, measure } from '@bellwether/domain';
import { windowTotals } from '../boards/window-totals.js';
import type { Totals } from '../ports/totals.js';

/** What people have come to, by person, metric and period. */
export type FigureOf = (personId: PersonId, metric: Metric, period: Period) => Measured;

export interface Figures {
  readonly asked: readonly { readonly metric: Metric; readonly period: Period }[];
  readonly people: readonly PersonId[];
  readonly today: BusinessDate;
}

/** Reads the figures of people; one question for each period, however many metrics are of it. */
export async function readFigures(
  totals: Totals,
  organisationId: OrganisationId,
  { asked, people, today }: Figures,
): Promise<FigureOf> {
  const sums = new Map<string, number>();
  const periods = new Map(asked.map(({ period }) => [period.kind, period]));
  for (const [kind, period] of periods) {
    const metrics = asked.filter((one) => one.period.kind === kind).map(({ metric }) => metric);
    const read = await windowTotals(
      [...new Set(metrics)],
      { period, asOf: today },
      (measureIds, range) => totals.read(organisationId, measureIds, range, { people }),
    );
    // One for each team that somebody was in.
    for (const { personId, measureId, window, quantity } of read.totals) {
      const key = keyOf(personId, measureId, window, kind);
      sums.set(key, (sums.get(key) ?? 0) + quantity);
    }
  }
  return (personId, metric, period) => {
    const totalOf: TotalOf = (measureId, window) =>
      sums.get(keyOf(personId, measureId, window, period.kind));
    return measure(metric, averaged(totalOf, period, today));
  };
}

function keyOf(
  personId: PersonId,
  measureId: MeasureId,
  window: Window,
  kind: Period['kind'],
): string {
  return `${personId} ${measureId} ${window} ${kind}`;
}
