import type { DateRange, PastTotals, Reach, Total } from '@bellwether/application';
import type { EntrySeq, Instant, MeasureId, OrganisationId } from '@bellwether/domain';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { moment } from './moment.js';
import { sumOfCells } from './sum-of-cells.js';

/** Sums as they were, from PostgreSQL: the daily totals, and the entries of the days that moved since. */
export class PostgresPastTotals implements PastTotals {
  constructor(private readonly database: Database) {}

  async reach(organisationId: OrganisationId, at: Instant): Promise<Reach> {
    // Entries have no gaps and were booked in their order: halving finds the last one in a few looks.
    const { rows } = await sql<{ low: EntrySeq; head: EntrySeq }>`
      with recursive search (low, high, head) as (
        select 0::bigint, seq, seq from ledger_head where organisation_id = ${organisationId}
        union all
        select case when entry.recorded_at <= ${moment(at)} then middle.seq else low end,
          case when entry.recorded_at <= ${moment(at)} then high else middle.seq - 1 end,
          head
        from search
        cross join lateral (select (low + high + 1) / 2 as seq) middle
        join entry on entry.organisation_id = ${organisationId} and entry.seq = middle.seq
        where low < high
      )
      select low, head from search where low = high
    `.execute(this.database.of(organisationId));
    const [found] = rows;
    if (!found) throw new Error(`The ledger of organisation ${organisationId} has a gap`);
    return { before: found.low, now: found.head };
  }

  async read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    asOf: EntrySeq,
  ): Promise<readonly Total[]> {
    const cells = cellsAsOf(organisationId, measureIds, asOf);
    const { rows } = await sumOfCells(organisationId, range, cells).execute(
      this.database.of(organisationId),
    );
    return rows;
  }

  async redefinedSince(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    at: Instant,
  ): Promise<Instant | null> {
    const { rows } = await sql<{ at: Instant | null }>`
      select max(before.replaced_at) as at
      from measure before join measure now on now.organisation_id = before.organisation_id
        and now.key = before.key
      where before.organisation_id = ${organisationId}
        and now.id = any (${[...measureIds]}::integer[])
        and before.replaced_at > ${moment(at)}
    `.execute(this.database.of(organisationId));
    return rows[0]?.at ?? null;
  }
}

/** Days that nothing was booked on since are as they are kept; the others are added up from their entries. */
function cellsAsOf(
  organisationId: OrganisationId,
  measureIds: readonly MeasureId[],
  asOf: EntrySeq,
): RawBuilder<unknown> {
  const measures = sql`${[...measureIds]}::integer[]`;
  return sql`
    with moved as materialized (
      select distinct entry.person_id, part.measure_id, entry.date
      from entry cross join unnest(entry.measure_ids) as part (measure_id)
      where entry.organisation_id = ${organisationId} and entry.seq > ${asOf}
        and entry.measure_ids && ${measures} and part.measure_id = any (${measures})
    )
    select cell.person_id, cell.measure_id, cell.date, cell.quantity, cell.last_at
    from daily_total cell
    where cell.organisation_id = ${organisationId} and cell.measure_id = any (${measures})
      and not exists (select from moved where moved.person_id = cell.person_id
        and moved.measure_id = cell.measure_id and moved.date = cell.date)
    union all
    select entry.person_id, part.measure_id, entry.date, part.quantity,
      case when entry.reverses is null and back.seq is null then entry.at end
    from moved
    join entry on entry.organisation_id = ${organisationId} and entry.person_id = moved.person_id
      and entry.date = moved.date and entry.seq <= ${asOf}
    cross join unnest(entry.measure_ids, entry.quantities) as part (measure_id, quantity)
    left join lateral (
      select seq from entry back where back.organisation_id = ${organisationId}
        and back.reverses = entry.seq and back.seq <= ${asOf}
        and part.measure_id = any (back.measure_ids) limit 1
    ) back on true
    where part.measure_id = moved.measure_id
  `;
}
