import type {
  Delivery,
  Ledger,
  LedgerTransaction,
  Link,
  RecordRef,
  RescoringStep,
  RescoringUnderWay,
  ScoredBatch,
  Source,
  StoredRecord,
  WrittenBatch,
} from '@bellwether/application';
import type {
  BusinessDate,
  Claim,
  DistinctGroup,
  EntrySeq,
  GatheredBy,
  MeasureId,
  Move,
  OrganisationId,
  PersonId,
  RecordId,
  SourceId,
} from '@bellwether/domain';
import { GROUP_TYPES } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import type { StoredBooking, StoredClaim, StoredRevision } from './record-storage.js';
import { bookedFromStore, claimsFromStore, historyFromStore } from './record-storage.js';
import { SOURCE_COLUMNS, sourceFromRow } from './source-row.js';
import { writeBatch } from './write-batch.js';

/**
 * How long a scoring may leave its transaction alone before PostgreSQL ends it, in milliseconds. A
 * worker that was stopped or cut off would else hold the organisation's lock for as long as it is.
 */
const ABANDONED_MS = 4_000;

/** How many companies one may belong to, each to the next. */
const HIGHEST = 20;

/** The ledger in PostgreSQL. The organisation's row in `ledger_head` is its lock. */
export class PostgresLedger implements Ledger {
  constructor(private readonly database: Database) {}

  transact<T>(
    organisationId: OrganisationId,
    work: (transaction: LedgerTransaction) => Promise<T>,
  ): Promise<T> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const locked = await sql<{ seq: EntrySeq }>`
        select seq, set_config('idle_in_transaction_session_timeout', ${String(ABANDONED_MS)}, true)
        from ledger_head where organisation_id = ${organisationId}
        for update
      `.execute(transaction);
        // With the lock in hand: one that was waited for may have brought another directory.
        const current = await sql<{ directoryVersion: number }>`
        select directory_version as "directoryVersion" from organisation where id = ${organisationId}
      `.execute(transaction);
        const [head] = locked.rows;
        const [organisation] = current.rows;
        if (!head || !organisation) throw new Error(`There is no organisation ${organisationId}`);
        const { seq } = head;
        const { directoryVersion } = organisation;
        const state = { seq, directoryVersion };
        return work(new PostgresLedgerTransaction(transaction, organisationId, state));
      });
  }

  async head(organisationId: OrganisationId): Promise<EntrySeq> {
    const { seq } = await this.database
      .of(organisationId)
      .selectFrom('ledger_head')
      .select('seq')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow();
    return seq as EntrySeq;
  }

  async movesAfter(
    organisationId: OrganisationId,
    after: EntrySeq,
    limit: number,
  ): Promise<{ moves: readonly Move[]; upTo: EntrySeq }> {
    const entries = await this.database
      .of(organisationId)
      .selectFrom('entry')
      .select(['seq', 'person_id', 'date', 'at', 'reverses', 'measure_ids', 'quantities'])
      .where('organisation_id', '=', organisationId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute();
    const moves = entries.flatMap((entry) =>
      entry.measure_ids.map((measureId, index): Move => ({
        seq: entry.seq as EntrySeq,
        measureId: measureId as MeasureId,
        personId: entry.person_id as PersonId,
        date: entry.date as BusinessDate,
        at: entry.at,
        quantity: entry.quantities[index] ?? 0,
        takesBack: entry.reverses !== null,
      })),
    );
    return { moves, upTo: (entries.at(-1)?.seq ?? after) as EntrySeq };
  }
}

class PostgresLedgerTransaction implements LedgerTransaction {
  constructor(
    private readonly transaction: Transaction<Schema>,
    private readonly organisationId: OrganisationId,
    readonly head: { readonly seq: EntrySeq; readonly directoryVersion: number },
  ) {}

  async take(limit: number): Promise<readonly Delivery[]> {
    // By the range, and row by row: a join of the queue with the inbox would be planned by what the
    // tables held when they were last counted, and read the whole inbox.
    const { rows } = await sql<DeliveryRow>`
      with taken as (
        delete from inbox_queue
        where organisation_id = ${this.organisationId} and inbox_id <= (
          select max(inbox_id) from (
            select inbox_id from inbox_queue
            where organisation_id = ${this.organisationId}
            order by inbox_id limit ${limit}
          ) next
        )
        returning inbox_id, replay
      )
      select item.*, taken.replay
      from taken cross join lateral (
        select id, source_id, delivery_key, body, received_at, test
        from inbox where inbox.id = taken.inbox_id limit 1
      ) item
      order by item.id
    `.execute(this.transaction);
    const sources = await this.#sources(new Set(rows.map(({ source_id }) => source_id)));
    return rows.map((row) => ({
      inboxId: row.id,
      source: sources.get(row.source_id) as Source,
      key: row.delivery_key,
      body: row.body,
      arrivedAt: row.received_at,
      replay: row.replay,
      test: row.test,
    }));
  }

  async records(refs: readonly RecordRef[]): Promise<readonly StoredRecord[]> {
    const wanted = refs.map(({ sourceId, type, externalId }) => ({
      s: sourceId,
      t: type,
      e: externalId,
    }));
    // A record never seen before gets its number here, so that entries can name it.
    const { rows } = await sql<RecordRow>`
      select coalesce(record.id, nextval('record_id_seq'::regclass)) as id,
        wanted.s as source_id, wanted.t as type, wanted.e as external_id,
        record.history, record.booked, record.claims,
        coalesce(record.has_problems, false) as has_problems
      from json_to_recordset(${JSON.stringify(wanted)}::json)
        as wanted (s integer, t text, e text)
      left join lateral (
        select id, history, booked, claims, has_problems from record
        where record.source_id = wanted.s and record.type = wanted.t
          and record.external_id = wanted.e and record.organisation_id = ${this.organisationId}
        limit 1
      ) record on true
    `.execute(this.transaction);
    return rows.map(recordFromRow);
  }

  async rescoring(): Promise<RescoringUnderWay | undefined> {
    const row = await this.transaction
      .selectFrom('rescoring')
      .select(['id', 'cursor', 'up_to'])
      .where('organisation_id', '=', this.organisationId)
      .where('state', '=', 'running')
      .executeTakeFirst();
    return row && { id: row.id, cursor: row.cursor as RecordId, upTo: row.up_to as RecordId };
  }

  async recordsOf(
    { cursor, upTo }: RescoringUnderWay,
    limit: number,
  ): Promise<readonly StoredRecord[]> {
    const { rows } = await sql<RecordRow>`
      select id, source_id, type, external_id, history, booked, claims, has_problems
      from record
      where organisation_id = ${this.organisationId} and id > ${cursor} and id <= ${upTo}
      order by id
      limit ${limit}
    `.execute(this.transaction);
    return rows.map(recordFromRow);
  }

  async advance({ id, cursor, records, isLast }: RescoringStep): Promise<void> {
    await this.transaction
      .updateTable('rescoring')
      .set(({ eb }) => ({
        cursor,
        done: eb('done', '+', records),
        ...(isLast && { state: 'done' as const, ended_at: sql<string>`now()` }),
      }))
      .where('organisation_id', '=', this.organisationId)
      .where('id', '=', id)
      .execute();
  }

  async claims(groups: readonly DistinctGroup[]): Promise<readonly Claim[]> {
    const wanted = new Map(
      groups.map(({ measureId, personId, date, distinctKey }) => [
        `${measureId} ${personId} ${date} ${distinctKey}`,
        { m: measureId, p: personId, d: date, k: distinctKey },
      ]),
    );
    const { rows } = await sql<ClaimRow>`
      select claim.*
      from json_to_recordset(${JSON.stringify([...wanted.values()])}::json)
        as wanted (m integer, p integer, d date, k text)
      cross join lateral (
        select * from distinct_claim
        where organisation_id = ${this.organisationId} and measure_id = wanted.m
          and person_id = wanted.p and date = wanted.d and distinct_key = wanted.k
        offset 0
      ) claim
    `.execute(this.transaction);
    return rows.map((row) => ({
      measureId: row.measure_id,
      personId: row.person_id,
      date: row.date,
      distinctKey: row.distinct_key,
      recordId: row.record_id,
      revision: row.revision,
      at: row.at,
      quantity: row.quantity,
      name: row.name,
      seq: row.seq,
    }));
  }

  async relink(by: GatheredBy, links: readonly Link[]): Promise<readonly string[]> {
    const rows = links.map(({ recordId, key, parent }) => ({ r: recordId, k: key, p: parent }));
    const { rows: before } = await sql<{ key: string; parent: string | null }>`
      delete from gathering
      where organisation_id = ${this.organisationId} and gathered_by = ${by}
        and record_id = any (${links.map(({ recordId }) => recordId)}::bigint[])
      returning key, parent
    `.execute(this.transaction);
    await sql`
      insert into gathering (organisation_id, gathered_by, key, record_id, parent)
      select ${this.organisationId}::integer, ${by}, k, r, p
      from json_to_recordset(${JSON.stringify(rows)}::json) as item (r bigint, k text, p text)
      where k is not null
    `.execute(this.transaction);
    return before.flatMap(({ key, parent }) => (parent === null ? [key] : [key, parent]));
  }

  async groups(
    by: GatheredBy,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
    const { rows } = await sql<GroupRow>`
      with recursive up (key, at, depth) as (
        select key, key, 0 from unnest(${[...keys]}::text[]) as key
        union
        select up.key, link.parent, up.depth + 1
        from up cross join lateral (
          select parent from gathering
          where organisation_id = ${this.organisationId} and gathered_by = ${by}
            and key = up.at and parent is not null
          order by parent limit 1
        ) link
        where up.depth < ${HIGHEST}
      ), top as (
        select distinct on (key) at as root from up order by key, depth desc
      ), down (root, key, depth) as (
        select distinct root, root, 0 from top
        union
        select down.root, link.key, down.depth + 1
        from down cross join lateral (
          select key from gathering
          where organisation_id = ${this.organisationId} and parent = down.key
        ) link
        where down.depth < ${HIGHEST}
      ), linked as (
        select distinct down.root, link.record_id
        from (select distinct root, key from down) down cross join lateral (
          select record_id from gathering
          where organisation_id = ${this.organisationId} and gathered_by = ${by}
            and key = down.key
        ) link
      )
      select top.root, linked.record_id as id, record.source_id, record.type, record.external_id,
        record.history, record.booked, record.claims, record.has_problems
      from (select distinct root from top) top
      left join linked on linked.root = top.root
      left join lateral (select * from record where record.id = linked.record_id limit 1) record on true
    `.execute(this.transaction);
    const groups = new Map<string, StoredRecord[]>(keys.map((key) => [key, []]));
    for (const row of rows) {
      const members = groups.get(row.root) ?? [];
      groups.set(row.root, members);
      if (row.id !== null) members.push(recordFromRow({ ...row, id: row.id }));
    }
    return groups;
  }

  async groupRecords(by: GatheredBy, keys: readonly string[]): Promise<readonly StoredRecord[]> {
    const { id } = await this.transaction
      .selectFrom('source')
      .select((eb) => eb.fn.min('id').as('id'))
      .where('organisation_id', '=', this.organisationId)
      .executeTakeFirstOrThrow();
    const type = GROUP_TYPES[by];
    return this.records(keys.map((externalId) => ({ sourceId: id as SourceId, type, externalId })));
  }

  write(batch: ScoredBatch): Promise<WrittenBatch> {
    return writeBatch(this.transaction, this.organisationId, batch);
  }

  async #sources(ids: ReadonlySet<number>): Promise<Map<number, Source>> {
    if (ids.size === 0) return new Map();
    const rows = await this.transaction
      .selectFrom('source')
      .innerJoin('organisation', 'organisation.id', 'source.organisation_id')
      .select(SOURCE_COLUMNS)
      .where('source.organisation_id', '=', this.organisationId)
      .where('source.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, sourceFromRow(row)]));
  }
}

interface DeliveryRow {
  readonly id: number;
  readonly source_id: number;
  readonly delivery_key: string;
  readonly body: string | null;
  readonly received_at: number;
  readonly replay: boolean;
  readonly test: boolean;
}

interface GroupRow extends Omit<RecordRow, 'id'> {
  readonly root: string;
  readonly id: RecordId | null;
}

interface RecordRow {
  readonly id: RecordId;
  readonly source_id: StoredRecord['sourceId'];
  readonly type: StoredRecord['type'];
  readonly external_id: string;
  readonly history: readonly StoredRevision[] | null;
  readonly booked: readonly StoredBooking[] | null;
  readonly claims: readonly StoredClaim[] | null;
  readonly has_problems: boolean;
}

function recordFromRow(row: RecordRow): StoredRecord {
  return {
    id: row.id,
    sourceId: row.source_id,
    type: row.type,
    externalId: row.external_id,
    history: historyFromStore(row.history ?? []),
    booked: bookedFromStore(row.booked ?? []),
    claims: claimsFromStore(row.claims ?? []),
    hasProblems: row.has_problems,
  };
}

interface ClaimRow {
  readonly measure_id: MeasureId;
  readonly person_id: PersonId;
  readonly date: BusinessDate;
  readonly distinct_key: string;
  readonly record_id: RecordId;
  readonly revision: number;
  readonly at: number;
  readonly quantity: number;
  readonly name: string;
  readonly seq: EntrySeq | null;
}
