import type { DateRange, OnlyFor, Total, Totals, TotalsProof } from '@bellwether/application';
import type { EntrySeq, MeasureId, OrganisationId } from '@bellwether/domain';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { sumOfCells } from './sum-of-cells.js';

/** Sums from PostgreSQL, each with the sequence that they are true for. */
export class PostgresTotals implements Totals {
  constructor(private readonly database: Database) {}

  read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    only: OnlyFor = {},
  ): Promise<{ asOf: EntrySeq; totals: readonly Total[] }> {
    const people = only.people
      ? sql`and cell.person_id = any (${[...only.people]}::integer[])`
      : sql``;
    const teams = only.teams
      ? sql`and exists (select from team_membership member where member.organisation_id = ${organisationId}
          and member.person_id = cell.person_id and member.team_id = any (${[...only.teams]}::integer[]))`
      : sql``;
    return this.#sum(
      organisationId,
      range,
      sql`
      select cell.person_id, cell.measure_id, cell.date, cell.quantity, cell.last_at
      from daily_total cell
      where cell.organisation_id = ${organisationId}
        and cell.measure_id = any (${[...measureIds]}::integer[]) ${people} ${teams}
    `,
    );
  }

  async compare(organisationId: OrganisationId): Promise<TotalsProof> {
    const { rows } = await sql<{ cells: number; difference: string | null }>`
      with ledger as (
        select entry.person_id, part.measure_id, entry.date, sum(part.quantity) as quantity
        from entry cross join unnest(entry.measure_ids, entry.quantities) as part (measure_id, quantity)
        where entry.organisation_id = ${organisationId}
        group by entry.person_id, part.measure_id, entry.date
      ), compared as (
        select coalesce(kept.measure_id, ledger.measure_id) as measure_id,
          coalesce(kept.person_id, ledger.person_id) as person_id,
          coalesce(kept.date, ledger.date) as date,
          coalesce(kept.quantity, 0) as kept, coalesce(ledger.quantity, 0) as ledger
        from (select * from daily_total where organisation_id = ${organisationId}) kept
        full join ledger using (measure_id, person_id, date)
      )
      select (select count(*) from compared) as cells,
        'measure ' || measure_id || ', person ' || person_id || ', ' || date ||
          ': kept ' || kept || ', ledger ' || ledger as difference
      from (select 1) always left join compared on compared.kept <> compared.ledger
    `.execute(this.database.of(organisationId));
    return {
      cells: rows[0]?.cells ?? 0,
      differences: rows.flatMap(({ difference }) => difference ?? []),
    };
  }

  recompute(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ): Promise<{ asOf: EntrySeq; totals: readonly Total[] }> {
    // A moment counts as long as what it brought has not been taken back.
    return this.#sum(
      organisationId,
      range,
      sql`
      select entry.person_id, part.measure_id, entry.date, part.quantity,
        case when entry.reverses is null and back.seq is null then entry.at end as last_at
      from entry
      cross join unnest(entry.measure_ids, entry.quantities) as part (measure_id, quantity)
      left join lateral (
        select seq from entry back where back.organisation_id = ${organisationId}
          and back.reverses = entry.seq and part.measure_id = any (back.measure_ids) limit 1
      ) back on true
      where entry.organisation_id = ${organisationId}
        and part.measure_id = any (${[...measureIds]}::integer[])
    `,
    );
  }

  #sum(
    organisationId: OrganisationId,
    range: DateRange,
    cells: RawBuilder<unknown>,
  ): Promise<{ asOf: EntrySeq; totals: readonly Total[] }> {
    return this.database
      .of(organisationId)
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        const head = await transaction
          .selectFrom('ledger_head')
          .select('seq')
          .where('organisation_id', '=', organisationId)
          .executeTakeFirstOrThrow();
        const { rows } = await sumOfCells(organisationId, range, cells).execute(transaction);
        return { asOf: head.seq as EntrySeq, totals: rows };
      });
  }
}
