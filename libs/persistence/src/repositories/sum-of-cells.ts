import type { DateRange, Total } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { heldQuantity } from './held-quantity.js';

/** Adds up quantities of people's days by the team of the day. `cells` has the columns of a daily total. */
export function sumOfCells(
  organisationId: OrganisationId,
  range: DateRange,
  cells: RawBuilder<unknown>,
): RawBuilder<Total> {
  const { from, to } = range;
  const since = from === null ? sql`` : sql`and cell.date >= ${from}::date`;
  const until = to === null ? sql`` : sql`and cell.date <= ${to}::date`;
  return sql<Total>`
    select cell.person_id as "personId", member.team_id as "teamId",
      cell.measure_id as "measureId", sum(${heldQuantity(range, sql`cell.date`, sql`cell.quantity`)})::bigint as quantity,
      max(cell.last_at) as "lastAt"
    from (${cells}) cell
    left join team_membership member on member.organisation_id = ${organisationId}
      and member.person_id = cell.person_id and member.from_date <= cell.date
      and (member.until_date is null or cell.date < member.until_date)
    where true ${since} ${until}
    group by cell.person_id, member.team_id, cell.measure_id
  `;
}
