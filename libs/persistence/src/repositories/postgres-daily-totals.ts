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
}
