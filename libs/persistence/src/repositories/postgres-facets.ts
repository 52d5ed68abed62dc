import type { DateRange, FacetScope, FacetTotal, Facets } from '@bellwether/application';
import type { MeasureId, OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { heldQuantity } from './held-quantity.js';

/** Break-downs from PostgreSQL. */
export class PostgresFacets implements Facets {
  constructor(private readonly database: Database) {}

  async read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    scope: FacetScope,
  ): Promise<readonly FacetTotal[]> {
    const { from, to } = range;
    const held = heldQuantity(range, sql`cell.date`, sql`cell.quantity`);
    const { rows } = await sql<FacetTotal>`
      select cell.measure_id as "measureId", cell.facet, sum(${held})::bigint as quantity
      from daily_facet cell
      where cell.organisation_id = ${organisationId}
        and cell.measure_id = any (${[...measureIds]}::integer[])
        ${from === null ? sql`` : sql`and cell.date >= ${from}::date`}
        ${to === null ? sql`` : sql`and cell.date <= ${to}::date`}
        ${scopeText(organisationId, scope)}
      group by cell.measure_id, cell.facet
      having sum(${held}) <> 0
    `.execute(this.database.of(organisationId));
    return rows;
  }
}

function scopeText(organisationId: OrganisationId, scope: FacetScope) {
  switch (scope.kind) {
    case 'everybody':
      return sql``;
    case 'person':
      return sql`and cell.person_id = ${scope.personId}`;
    case 'team':
      return sql`and exists (select from team_membership member
        where member.organisation_id = ${organisationId} and member.team_id = ${scope.teamId}
          and member.person_id = cell.person_id and member.from_date <= cell.date
          and (member.until_date is null or cell.date < member.until_date))`;
  }
}
