import type {
  CapCount,
  DateRange,
  ExplainedEntry,
  Explanations,
  LedgerScope,
  LeftOut,
} from '@bellwether/application';
import type {
  BusinessDate,
  EntrySeq,
  MeasureId,
  OrganisationId,
  PersonId,
  RecordType,
} from '@bellwether/domain';
import { stateOf } from '@bellwether/domain';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { heldQuantity } from './held-quantity.js';
import type { StoredRevision } from './record-storage.js';
import { historyFromStore } from './record-storage.js';

/** What is behind a number, from PostgreSQL. */
export class PostgresExplanations implements Explanations {
  constructor(private readonly database: Database) {}

  entries(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<readonly ExplainedEntry[]> {
    const behind = this.#behind(organisationId, personId, measureIds, range);
    return this.#explained(
      organisationId,
      measureIds,
      sql`${behind} and entry.seq > ${after} order by entry.seq limit ${limit}`,
    );
  }

  async sums(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ): Promise<ReadonlyMap<MeasureId, number>> {
    const { rows } = await sql<{ measure_id: MeasureId; quantity: number }>`
      select part.measure_id, sum(${heldQuantity(range, sql`entry.date`, sql`part.quantity`)})::bigint as quantity
      from entry cross join unnest(entry.measure_ids, entry.quantities) as part (measure_id, quantity)
      where ${this.#behind(organisationId, personId, measureIds, range)}
        and part.measure_id = any (${[...measureIds]}::integer[])
      group by part.measure_id
    `.execute(this.database.of(organisationId));
    return new Map(rows.map(({ measure_id, quantity }) => [measure_id, quantity]));
  }

  bookedBetween(
    organisationId: OrganisationId,
    scope: LedgerScope,
    measureIds: readonly MeasureId[],
    range: DateRange,
    { after, upTo, limit }: Parameters<Explanations['bookedBetween']>[4],
  ): Promise<readonly ExplainedEntry[]> {
    const behind = this.#inScope(organisationId, scope, measureIds, range);
    return this.#explained(
      organisationId,
      measureIds,
      sql`${behind} and entry.seq > ${after} and entry.seq <= ${upTo}
        order by entry.seq desc limit ${limit}`,
    );
  }

  async recordsCounting(
    organisationId: OrganisationId,
    scope: LedgerScope,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ): Promise<ReadonlyMap<RecordType, number>> {
    const { rows } = await sql<{ type: RecordType; records: number }>`
      select type, count(*) as records from (
        select record.type
        from entry
        cross join unnest(entry.measure_ids, entry.quantities) as part (measure_id, quantity)
        join record on record.id = entry.record_id and record.organisation_id = entry.organisation_id
        where ${this.#inScope(organisationId, scope, measureIds, range)}
          and part.measure_id = any (${[...measureIds]}::integer[])
        group by record.id, record.type having sum(part.quantity) <> 0
      ) counting
      group by type
    `.execute(this.database.of(organisationId));
    return new Map(rows.map(({ type, records }) => [type, records]));
  }

  async #explained(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    where: RawBuilder<unknown>,
  ): Promise<readonly ExplainedEntry[]> {
    const { rows } = await sql<EntryRow>`
      select entry.seq, entry.date, entry.at, entry.recorded_at, entry.revision, entry.reverses,
        entry.measure_ids, entry.quantities, source.name as source, record.type,
        record.external_id, record.history,
        array(select back.seq from entry back where back.organisation_id = entry.organisation_id
          and back.reverses = entry.seq and back.measure_ids && ${[...measureIds]}::integer[]
          order by back.seq) as reversed_by,
        other.type as because_type, other.external_id as because_id
      from entry
      join record on record.id = entry.record_id and record.organisation_id = entry.organisation_id
      join source on source.id = record.source_id
      left join record other on other.id = entry.because_of
        and other.organisation_id = entry.organisation_id
      where ${where}
    `.execute(this.database.of(organisationId));
    return rows.map((row) => explained(row, new Set(measureIds)));
  }

  #inScope(
    organisationId: OrganisationId,
    scope: LedgerScope,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ) {
    if (scope.kind === 'person' && scope.teamId === null) {
      return this.#behind(organisationId, scope.personId, measureIds, range);
    }
    const person = scope.kind === 'person' ? sql`and entry.person_id = ${scope.personId}` : sql``;
    const { from, to } = range;
    return sql`entry.organisation_id = ${organisationId} ${person}
      and entry.date >= ${from ?? '-infinity'}::date and entry.date <= ${to ?? 'infinity'}::date
      and entry.measure_ids && ${[...measureIds]}::integer[]
      and exists (select from team_membership member
        where member.organisation_id = ${organisationId} and member.team_id = ${scope.teamId}
          and member.person_id = entry.person_id and member.from_date <= entry.date
          and (member.until_date is null or entry.date < member.until_date))`;
  }

  async leftOut(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    { from, to }: DateRange,
    limit: number,
  ): Promise<{ readonly newest: readonly LeftOut[]; readonly counts: readonly CapCount[] }> {
    const database = this.database.of(organisationId);
    const claims = sql`claim.organisation_id = ${organisationId}
      and claim.measure_id = any (${[...measureIds]}::integer[]) and claim.person_id = ${personId}
      and claim.date >= ${from ?? '-infinity'}::date and claim.date <= ${to ?? 'infinity'}::date`;
    const counts = await sql<ClaimedRow>`
      select claim.measure_id, count(*) as claimed, count(*) filter (where claim.seq is null) as left_out
      from distinct_claim claim where ${claims}
      group by claim.measure_id
    `.execute(database);
    if (counts.rows.every(({ left_out }) => Number(left_out) === 0))
      return { newest: [], counts: [] };
    const newest = await sql<LeftOutRow>`
      select claim.measure_id, claim.date, claim.at, claim.distinct_key, source.name as source,
        record.type, record.external_id, record.history
      from distinct_claim claim
      join record on record.id = claim.record_id
        and record.organisation_id = claim.organisation_id
      join source on source.id = record.source_id
      where ${claims} and claim.seq is null
      order by claim.date desc, claim.at desc, claim.name desc
      limit ${limit}
    `.execute(database);
    return {
      newest: newest.rows.map(leftOut),
      counts: counts.rows.map((row) => ({
        measureId: row.measure_id,
        claimed: Number(row.claimed),
        leftOut: Number(row.left_out),
      })),
    };
  }

  #behind(
    organisationId: OrganisationId,
    personId: PersonId,
    measureIds: readonly MeasureId[],
    { from, to }: DateRange,
  ) {
    return sql`entry.organisation_id = ${organisationId} and entry.person_id = ${personId}
      and entry.date >= ${from ?? '-infinity'}::date and entry.date <= ${to ?? 'infinity'}::date
      and entry.measure_ids && ${[...measureIds]}::integer[]`;
  }
}

interface ClaimedRow {
  readonly measure_id: MeasureId;
  readonly claimed: number;
  readonly left_out: number;
}

interface LeftOutRow {
  readonly measure_id: MeasureId;
  readonly date: BusinessDate;
  readonly at: number;
  readonly distinct_key: string;
  readonly source: string;
  readonly type: RecordType;
  readonly external_id: string;
  readonly history: readonly StoredRevision[];
}

function leftOut(row: LeftOutRow): LeftOut {
  const { name } = stateOf(historyFromStore(row.history)).fields;
  return {
    measureId: row.measure_id,
    date: row.date,
    at: row.at,
    among: row.distinct_key,
    record: {
      source: row.source,
      type: row.type,
      externalId: row.external_id,
      name: typeof name === 'string' ? name : null,
    },
  };
}

interface EntryRow {
  readonly seq: EntrySeq;
  readonly date: BusinessDate;
  readonly at: number;
  readonly recorded_at: number;
  readonly revision: number;
  readonly reverses: EntrySeq | null;
  readonly measure_ids: readonly MeasureId[];
  readonly quantities: readonly number[];
  readonly source: string;
  readonly type: RecordType;
  readonly external_id: string;
  readonly history: readonly StoredRevision[];
  readonly reversed_by: readonly EntrySeq[];
  readonly because_type: RecordType | null;
  readonly because_id: string | null;
}

function explained(row: EntryRow, measureIds: ReadonlySet<MeasureId>): ExplainedEntry {
  const history = historyFromStore(row.history);
  const revision = history.find((known) => known.revision === row.revision);
  const { name } = stateOf(history).fields;
  return {
    seq: row.seq,
    date: row.date,
    at: row.at,
    recordedAt: row.recorded_at,
    movements: row.measure_ids.flatMap((measureId, index) =>
      measureIds.has(measureId) ? [{ measureId, quantity: row.quantities[index] ?? 0 }] : [],
    ),
    record: {
      source: row.source,
      type: row.type,
      externalId: row.external_id,
      name: typeof name === 'string' ? name : null,
    },
    revision: {
      number: row.revision,
      at: revision?.at ?? row.at,
      arrivedAt: revision?.arrivedAt ?? row.recorded_at,
      told: revision?.set ?? {},
    },
    reverses: row.reverses,
    reversedBy: row.reversed_by,
    becauseOf:
      row.because_type === null || row.because_id === null
        ? null
        : { type: row.because_type, externalId: row.because_id },
  };
}
