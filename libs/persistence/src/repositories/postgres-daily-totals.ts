import type { DailyTotal, DailyTotals } from '@bellwether/application';
import type { BusinessDate, MeasureId, OrganisationId, PersonId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

/** Sums of each day, from PostgreSQL. */
export class PostgresDailyTotals implements DailyTotals {
  constructor(private readonly database: Database) {}

  async read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
    people: readonly PersonId[],
  ): Promise<readonly DailyTotal[]> {
    const { rows } = await sql<DailyTotal>`
      select person_id as "personId", date, measure_id as "measureId", quantity
      from daily_total
      where organisation_id = ${organisationId}
        and measure_id = any (${[...measureIds]}::integer[])
        and person_id = any (${[...people]}::integer[])
        and date between ${from}::date and ${to}::date
    `.execute(this.database.of(organisationId));
    return rows;
  }

  async readInZone(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
    people: readonly PersonId[],
    timeZone: string,
  ): Promise<readonly DailyTotal[]> {
    const measures = sql`${[...measureIds]}::integer[]`;
    // No zone is a whole day away from another: further than two days off lies nothing that is looked for.
    const { rows } = await sql<DailyTotal>`
      select entry.person_id as "personId", own.date, part.measure_id as "measureId",
        sum(part.quantity)::bigint as quantity
      from organisation
      join entry on entry.organisation_id = organisation.id
      cross join unnest(entry.measure_ids, entry.quantities) as part (measure_id, quantity)
      cross join lateral (select case
        when entry.at = entry.date::timestamp at time zone organisation.time_zone then entry.date
        else (entry.at at time zone ${timeZone})::date end as date) own
      where organisation.id = ${organisationId} and entry.organisation_id = ${organisationId}
        and entry.person_id = any (${[...people]}::integer[])
        and entry.date between ${from}::date - 2 and ${to}::date + 2
        and entry.measure_ids && ${measures} and part.measure_id = any (${measures})
        and own.date between ${from}::date and ${to}::date
      group by entry.person_id, own.date, part.measure_id
    `.execute(this.database.of(organisationId));
    return rows;
  }
}
