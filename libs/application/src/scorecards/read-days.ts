import type { BusinessDate, Measured, Metric, OrganisationId, PersonId } from '@bellwether/domain';
import { measure, measuresOf } from '@bellwether/domain';
import type { DailyTotals } from '../ports/daily-totals.js';

/** What people came to on a day, by person, metric and day. */
export type DayOf = (personId: PersonId, metric: Metric, date: BusinessDate) => Measured;

/** Reads the figures of people day by day. */
export async function readDays(
  dailyTotals: DailyTotals,
  organisationId: OrganisationId,
  metrics: readonly Metric[],
  range: { readonly from: BusinessDate; readonly to: BusinessDate },
  people: readonly PersonId[],
  /** Whose days are meant, where they are not the organisation's. */
  timeZone: string | null = null,
): Promise<DayOf> {
  const measureIds = [...new Set(metrics.flatMap((metric) => measuresOf(metric)))];
  const known = new Map<string, number>();
  if (measureIds.length > 0 && people.length > 0) {
    const cells =
      timeZone === null
        ? await dailyTotals.read(organisationId, measureIds, range, people)
        : await dailyTotals.readInZone(organisationId, measureIds, range, people, timeZone);
    for (const { personId, date, measureId, quantity } of cells) {
      known.set(`${personId} ${measureId} ${date}`, quantity);
    }
  }
  return (personId, metric, date) =>
    measure(metric, (measureId) => known.get(`${personId} ${measureId} ${date}`));
}
