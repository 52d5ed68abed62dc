import type {
  DeliveryLog,
  LogPlace,
  LoggedDelivery,
  LoggedEntry,
  LoggedRequest,
  ParkedReason,
  RecordOutcome,
  RecordRef,
  Replayed,
  TurnedAway,
} from '@bellwether/application';
import type {
  BusinessDate,
  EntrySeq,
  Instant,
  MeasureId,
  OrganisationId,
  PersonId,
  RecordType,
  SourceId,
} from '@bellwether/domain';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { IS_IGNORED } from './parked-ignored.js';
import type { StoredRevision } from './record-storage.js';
import { historyFromStore } from './record-storage.js';

/** In a list, longer bodies are not read. */
const LIST_BYTES = 20_000;
/** A record that moved more often is shown by its newest entries. */
const MOST_ENTRIES = 200;

/** The log of a source in PostgreSQL. */
export class PostgresDeliveryLog implements DeliveryLog {
  constructor(private readonly database: Database) {}

  async deliveries(
    organisationId: OrganisationId,
    sourceId: SourceId,
    {
      verdict,
      before,
      limit,
    }: {
      readonly verdict: 'all' | 'counted' | 'parked';
      readonly before: LogPlace | null;
      readonly limit: number;
    },
  ): Promise<readonly LoggedDelivery[]> {
    const isParked = sql`inbox.id in (select inbox_id from parked
      where organisation_id = ${organisationId} and source_id = ${sourceId} and resolved_at is null)`;
    const wanted = {
      all: sql`true`,
      parked: isParked,
      counted: sql`not inbox.test and not ${isParked} and not ${WAITS} and not ${IS_HELD}`,
    };
    return this.#deliveries(
      organisationId,
      sql`inbox.organisation_id = ${organisationId} and inbox.source_id = ${sourceId}
        and ${deliveriesBefore(before)} and ${wanted[verdict]}
        order by inbox.received_at desc, inbox.id desc limit ${limit}`,
      LIST_BYTES,
    );
  }

  async delivery(
    organisationId: OrganisationId,
    sourceId: SourceId,
    id: number,
  ): Promise<LoggedDelivery | undefined> {
    const [found] = await this.#deliveries(
      organisationId,
      sql`inbox.organisation_id = ${organisationId} and inbox.source_id = ${sourceId}
        and inbox.id = ${id}`,
      Number.MAX_SAFE_INTEGER,
    );
    return found;
  }

  async requests(
    organisationId: OrganisationId,
    sourceId: SourceId,
    {
      kinds,
      before,
      limit,
    }: {
      readonly kinds: readonly TurnedAway['kind'][];
      readonly before: LogPlace | null;
      readonly limit: number;
    },
  ): Promise<readonly LoggedRequest[]> {
    const { rows } = await sql<LoggedRequest>`
      select id, at, kind, reason, size, body from turned_away
      where organisation_id = ${organisationId} and source_id = ${sourceId}
        and kind = any (${[...kinds]}::text[]) and ${requestsBefore(before)}
      order by at desc, id desc limit ${limit}
    `.execute(this.database.of(organisationId));
    return rows;
  }

  async request(
    organisationId: OrganisationId,
    sourceId: SourceId,
    id: number,
  ): Promise<LoggedRequest | undefined> {
    const { rows } = await sql<LoggedRequest>`
      select id, at, kind, reason, size, body from turned_away
      where organisation_id = ${organisationId} and source_id = ${sourceId} and id = ${id}
    `.execute(this.database.of(organisationId));
    return rows[0];
  }

  async outcomes(
    organisationId: OrganisationId,
    refs: readonly RecordRef[],
  ): Promise<readonly RecordOutcome[]> {
    if (refs.length === 0) return [];
    const wanted = refs.map(({ sourceId, type, externalId }) => ({
      s: sourceId,
      t: type,
      e: externalId,
    }));
    const { rows } = await sql<RecordRow>`
      select record.* from json_to_recordset(${JSON.stringify(wanted)}::json)
        as wanted (s integer, t text, e text)
      cross join lateral (
        select id, type, external_id, history from record
        where source_id = wanted.s and type = wanted.t and external_id = wanted.e
          and organisation_id = ${organisationId}
        limit 1
      ) record
    `.execute(this.database.of(organisationId));
    const entries = await this.#entries(
      organisationId,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      type: row.type,
      externalId: row.external_id,
      history: historyFromStore(row.history),
      entries: entries.get(row.id) ?? [],
    }));
  }

  async replay(
    organisationId: OrganisationId,
    sourceId: SourceId,
    ids: readonly number[],
  ): Promise<Replayed> {
    const chosen = sql`select id, received_at, body is not null as kept from inbox
      where organisation_id = ${organisationId} and source_id = ${sourceId}
        and id = any (${[...ids]}::bigint[])`;
    const { replayed, notKept } = await this.#requeue(organisationId, chosen);
    return { replayed, notKept, next: null };
  }

  async replayRange(
    organisationId: OrganisationId,
    sourceId: SourceId,
    {
      from,
      until,
      after,
      limit,
    }: {
      readonly from: Instant;
      readonly until: Instant;
      readonly after: { readonly at: Instant; readonly id: number } | null;
      readonly limit: number;
    },
  ): Promise<Replayed> {
    const behind = after
      ? sql`(received_at, id) > (${iso(after.at)}::timestamptz, ${after.id}::bigint)`
      : sql`true`;
    const chosen = sql`select id, received_at, body is not null as kept from inbox
      where organisation_id = ${organisationId} and source_id = ${sourceId} and not test
        and received_at >= ${iso(from)} and received_at < ${iso(until)} and ${behind}
      order by received_at, id limit ${limit}`;
    const { chosen: found, last, ...counts } = await this.#requeue(organisationId, chosen);
    return { ...counts, next: found === limit ? last : null };
  }

  async #requeue(
    organisationId: OrganisationId,
    chosen: RawBuilder<unknown>,
  ): Promise<
    Omit<Replayed, 'next'> & { chosen: number; last: { at: Instant; id: number } | null }
  > {
    const { rows } = await sql<{
      chosen: number;
      not_kept: number;
      last_at: Instant | null;
      last_id: number | null;
    }>`
      with chosen as materialized (${chosen}), queued as (
        insert into inbox_queue (organisation_id, inbox_id, replay)
        select ${organisationId}::integer, id, true from chosen where kept
        on conflict do nothing
      ), last as (
        select received_at, id from chosen order by received_at desc, id desc limit 1
      )
      select count(*) as chosen, count(*) filter (where not kept) as not_kept,
        (select received_at from last) as last_at, (select id from last) as last_id
      from chosen
    `.execute(this.database.of(organisationId));
    const { chosen: all = 0, not_kept = 0, last_at = null, last_id = null } = rows[0] ?? {};
    const last = last_at === null || last_id === null ? null : { at: last_at, id: last_id };
    return { chosen: all, replayed: all - not_kept, notKept: not_kept, last };
  }

  async #deliveries(
    organisationId: OrganisationId,
    where: RawBuilder<unknown>,
    mostBytes: number,
  ): Promise<readonly LoggedDelivery[]> {
    const { rows } = await sql<Omit<LoggedDelivery, 'parked'> & { parked: ParkedReason[] | null }>`
      select inbox.id, inbox.delivery_key as key, inbox.received_at as at, inbox.test,
        octet_length(inbox.body) as size,
        case when octet_length(inbox.body) <= ${mostBytes}::bigint then inbox.body end as body,
        ${WAITS} as waiting, ${IS_HELD} as held,
        (select json_agg(json_build_object('id', parked.id, 'kind', parked.kind,
            'subject', parked.subject, 'detail', parked.detail, 'ignored', ${IS_IGNORED})
            order by parked.id)
          from parked where parked.inbox_id = inbox.id and parked.resolved_at is null) as parked
      from inbox where ${where}
    `.execute(this.database.of(organisationId));
    return rows.map((row) => ({ ...row, parked: row.parked ?? [] }));
  }

  async #entries(
    organisationId: OrganisationId,
    recordIds: readonly number[],
  ): Promise<ReadonlyMap<number, readonly LoggedEntry[]>> {
    const { rows } = await sql<EntryRow>`
      select entry.* from unnest(${[...recordIds]}::bigint[]) as wanted (id)
      cross join lateral (
        select record_id, seq, revision, person_id, date, at, measure_ids, quantities, reverses,
          (select max(back.seq) from entry back where back.organisation_id = entry.organisation_id
            and back.reverses = entry.seq) as reversed_by
        from entry where organisation_id = ${organisationId} and record_id = wanted.id
        order by seq desc limit ${MOST_ENTRIES}
      ) entry
      order by entry.seq
    `.execute(this.database.of(organisationId));
    const ofRecord = new Map<number, LoggedEntry[]>(recordIds.map((id) => [id, []]));
    for (const row of rows) ofRecord.get(row.record_id)?.push(entryOf(row));
    return ofRecord;
  }
}

const WAITS = sql<boolean>`exists (select from inbox_queue
  where inbox_queue.organisation_id = inbox.organisation_id and inbox_queue.inbox_id = inbox.id)`;
const IS_HELD = sql<boolean>`exists (select from inbox_held where inbox_held.inbox_id = inbox.id)`;

interface RecordRow {
  readonly id: number;
  readonly type: RecordType;
  readonly external_id: string;
  readonly history: readonly StoredRevision[];
}

interface EntryRow {
  readonly record_id: number;
  readonly seq: EntrySeq;
  readonly revision: number;
  readonly person_id: PersonId;
  readonly date: BusinessDate;
  readonly at: Instant;
  readonly measure_ids: readonly MeasureId[];
  readonly quantities: readonly number[];
  readonly reverses: EntrySeq | null;
  readonly reversed_by: EntrySeq | null;
}

function entryOf(row: EntryRow): LoggedEntry {
  return {
    seq: row.seq,
    revision: row.revision,
    personId: row.person_id,
    date: row.date,
    at: row.at,
    movements: row.measure_ids.map((measureId, index) => ({
      measureId,
      quantity: row.quantities[index] ?? 0,
    })),
    reverses: row.reverses,
    reversedBy: row.reversed_by,
  };
}

/** Of one moment, deliveries stand before requests. */
function deliveriesBefore(before: LogPlace | null): RawBuilder<unknown> {
  if (!before) return sql`true`;
  const at = iso(before.at);
  return before.kind === 'delivery'
    ? sql`(inbox.received_at, inbox.id) < (${at}::timestamptz, ${before.id}::bigint)`
    : sql`inbox.received_at < ${at}`;
}

function requestsBefore(before: LogPlace | null): RawBuilder<unknown> {
  if (!before) return sql`true`;
  const at = iso(before.at);
  return before.kind === 'request'
    ? sql`(at, id) < (${at}::timestamptz, ${before.id}::bigint)`
    : sql`at <= ${at}`;
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
