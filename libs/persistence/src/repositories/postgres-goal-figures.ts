import type { FiguresAsked, GoalFigures, MonthFigure } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

/** Sums by months, from PostgreSQL. */
export class PostgresGoalFigures implements GoalFigures {
  constructor(private readonly database: Database) {}

  async read(
    organisationId: OrganisationId,
    { year, measureIds, facet, of }: FiguresAsked,
  ): Promise<readonly MonthFigure[]> {
    if (measureIds.length === 0 || of.ids.length === 0) return [];
    const cells = facet === null ? sql`daily_total` : sql`daily_facet`;
    const ids = sql`any (${[...of.ids]}::integer[])`;
    const whose = of.kind === 'people' ? sql`cell.person_id` : sql`member.team_id`;
    const roster =
      of.kind === 'people'
        ? sql``
        : sql`join team_membership member on member.organisation_id = ${organisationId}
            and member.person_id = cell.person_id and member.from_date <= cell.date
            and (member.until_date is null or cell.date < member.until_date)`;
    const { rows } = await sql<MonthFigure>`
      select ${whose} as id, extract(month from cell.date)::integer as month,
        cell.measure_id as "measureId", sum(cell.quantity)::bigint as quantity
      from ${cells} cell ${roster}
      where cell.organisation_id = ${organisationId}
        and cell.measure_id = any (${[...measureIds]}::integer[])
        and cell.date between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
        and ${whose} = ${ids}
        ${facet === null ? sql`` : sql`and cell.facet = ${facet}`}
      group by 1, 2, 3
    `.execute(this.database.of(organisationId));
    return rows;
  }
}
