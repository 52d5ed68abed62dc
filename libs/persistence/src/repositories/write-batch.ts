import type { ScoredBatch, WrittenBatch } from '@bellwether/application';
import type { OrganisationId, Win } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.js';
import { bookedToStore, claimsToStore, historyToStore } from './record-storage.js';

type Tx = Transaction<Schema>;

/** Writes a scored batch; every part of it is one statement, whatever its size. */
export async function writeBatch(
  transaction: Tx,
  organisationId: OrganisationId,
  batch: ScoredBatch,
): Promise<WrittenBatch> {
  await writeRecords(transaction, organisationId, batch);
  await writeEntries(transaction, organisationId, batch);
  await writeTotals(transaction, organisationId, batch);
  await writeFacets(transaction, organisationId, batch);
  await writeClaims(transaction, organisationId, batch);
  await writeParked(transaction, organisationId, batch);
  return writeCelebrations(transaction, organisationId, batch);
}

async function writeRecords(
  transaction: Tx,
  organisationId: OrganisationId,
  { records }: ScoredBatch,
): Promise<void> {
  const changed = records.filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return;
  const rows = changed.map((record) => ({
    i: record.id,
    s: record.sourceId,
    t: record.type,
    e: record.externalId,
    h: historyToStore(record.history),
    b: bookedToStore(record.booked),
    c: claimsToStore(record.claims),
    p: record.problems.length > 0,
  }));
  await sql`
    insert into record (id, organisation_id, source_id, type, external_id, history, booked, claims, has_problems)
    overriding system value
    select i, ${organisationId}::integer, s, t, e, h, b, c, p
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as item (i bigint, s integer, t text, e text, h json, b json, c json, p boolean)
    on conflict (id) do update set history = excluded.history, booked = excluded.booked,
      claims = excluded.claims, has_problems = excluded.has_problems
  `.execute(transaction);
}

async function writeEntries(
  transaction: Tx,
  organisationId: OrganisationId,
  { entries, head }: ScoredBatch,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    q: entry.seq,
    r: entry.recordId,
    n: entry.revision,
    p: entry.personId,
    d: entry.date,
    a: new Date(entry.at).toISOString(),
    v: entry.reverses,
    b: entry.becauseOf,
    m: entry.measureIds,
    x: entry.quantities,
  }));
  await sql`
    with head as (
      update ledger_head set seq = ${head} where organisation_id = ${organisationId}
    )
    insert into entry (organisation_id, seq, record_id, revision, person_id, date, at, reverses,
      because_of, measure_ids, quantities)
    select ${organisationId}::integer, q, r, n, p, d, a, v, b, m, x
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as item (q bigint, r bigint, n integer, p integer, d date, a timestamptz, v bigint, b bigint,
        m integer[], x bigint[])
  `.execute(transaction);
}

async function writeTotals(
  transaction: Tx,
  organisationId: OrganisationId,
  { totals }: ScoredBatch,
): Promise<void> {
  if (totals.length === 0) return;
  // In one order everywhere: two who lock the same rows never wait for each other in a circle.
  const rows = totals.map((total) => ({
    m: total.measureId,
    p: total.personId,
    d: total.date,
    q: total.quantity,
    l: total.lastAt === null ? null : new Date(total.lastAt).toISOString(),
  }));
  await sql`
    insert into daily_total as total (organisation_id, measure_id, person_id, date, quantity, last_at)
    select ${organisationId}::integer, m, p, d, q, l
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as item (m integer, p integer, d date, q bigint, l timestamptz)
    order by m, p, d
    on conflict (organisation_id, measure_id, person_id, date) do update
      set quantity = total.quantity + excluded.quantity,
        last_at = greatest(total.last_at, excluded.last_at)
  `.execute(transaction);
  await findLastMoments(transaction, organisationId, totals);
}

async function writeFacets(
  transaction: Tx,
  organisationId: OrganisationId,
  { facets }: ScoredBatch,
): Promise<void> {
  if (facets.length === 0) return;
  const rows = facets.map((change) => ({
    m: change.measureId,
    p: change.personId,
    d: change.date,
    f: change.facet,
    q: change.quantity,
  }));
  await sql`
    insert into daily_facet as cell (organisation_id, measure_id, person_id, date, facet, quantity)
    select ${organisationId}::integer, m, p, d, f, q
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as item (m integer, p integer, d date, f text, q bigint)
    order by m, p, d, f
    on conflict (organisation_id, measure_id, person_id, date, facet) do update
      set quantity = cell.quantity + excluded.quantity
  `.execute(transaction);
}

/** Where something was taken back, looks up the latest moment that still counts. */
async function findLastMoments(
  transaction: Tx,
  organisationId: OrganisationId,
  totals: ScoredBatch['totals'],
): Promise<void> {
  const cells = totals
    .filter(({ takesBack }) => takesBack)
    .map(({ measureId, personId, date }) => ({ m: measureId, p: personId, d: date }));
  if (cells.length === 0) return;
  await sql`
    with cell as (
      select * from json_to_recordset(${JSON.stringify(cells)}::json)
        as item (m integer, p integer, d date)
    ), found as (
      select cell.m, cell.p, cell.d, max(entry.at) as last_at
      from cell left join entry on entry.organisation_id = ${organisationId}
        and entry.person_id = cell.p and entry.date = cell.d and entry.reverses is null
        and cell.m = any (entry.measure_ids)
        and not exists (
          select from entry back where back.organisation_id = ${organisationId}
            and back.reverses = entry.seq and cell.m = any (back.measure_ids)
        )
      group by cell.m, cell.p, cell.d
    )
    update daily_total set last_at = found.last_at from found
    where organisation_id = ${organisationId} and measure_id = found.m
      and person_id = found.p and date = found.d
  `.execute(transaction);
}

async function writeClaims(
  transaction: Tx,
  organisationId: OrganisationId,
  { claimsRemoved, claimsKept }: ScoredBatch,
): Promise<void> {
  if (claimsRemoved.length > 0) {
    const rows = claimsRemoved.map((claim) => ({
      m: claim.measureId,
      p: claim.personId,
      d: claim.date,
      k: claim.distinctKey,
      r: claim.recordId,
    }));
    await sql`
      delete from distinct_claim claim
      using json_to_recordset(${JSON.stringify(rows)}::json)
        as item (m integer, p integer, d date, k text, r bigint)
      where claim.organisation_id = ${organisationId} and claim.measure_id = item.m
        and claim.person_id = item.p and claim.date = item.d and claim.distinct_key = item.k
        and claim.record_id = item.r
    `.execute(transaction);
  }
  if (claimsKept.length === 0) return;
  const rows = claimsKept.map((claim) => ({
    m: claim.measureId,
    p: claim.personId,
    d: claim.date,
    k: claim.distinctKey,
    r: claim.recordId,
    n: claim.revision,
    a: new Date(claim.at).toISOString(),
    q: claim.quantity,
    w: claim.name,
    s: claim.seq,
  }));
  await sql`
    insert into distinct_claim (organisation_id, measure_id, person_id, date, distinct_key,
      record_id, revision, at, quantity, name, seq)
    select ${organisationId}::integer, m, p, d, k, r, n, a, q, w, s
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as item (m integer, p integer, d date, k text, r bigint, n integer, a timestamptz, q bigint,
        w text, s bigint)
    on conflict (organisation_id, measure_id, person_id, date, distinct_key, record_id) do update
      set revision = excluded.revision, at = excluded.at, quantity = excluded.quantity,
        seq = excluded.seq
  `.execute(transaction);
}

async function writeParked(
  transaction: Tx,
  organisationId: OrganisationId,
  { records, unmappable, mapped }: ScoredBatch,
): Promise<void> {
  if (mapped.length > 0) {
    await transaction
      .updateTable('parked')
      .set({ resolved_at: sql`now()` })
      .where('organisation_id', '=', organisationId)
      .where('record_id', 'is', null)
      .where('resolved_at', 'is', null)
      .where(
        'inbox_id',
        'in',
        mapped.map(({ inboxId }) => inboxId),
      )
      .execute();
  }
  const troubled = records.filter(
    ({ problems, hadProblems }) => hadProblems || problems.length > 0,
  );
  if (troubled.length > 0) await settleProblems(transaction, organisationId, troubled);
  if (unmappable.length === 0) return;
  await transaction
    .insertInto('parked')
    .values(
      unmappable.map(({ delivery, reason }) => ({
        organisation_id: organisationId,
        source_id: delivery.source.id,
        inbox_id: delivery.inboxId,
        record_id: null,
        kind: 'unmappable',
        subject: '',
        detail: reason,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('inbox_id')
        .where('record_id', 'is', null)
        .where('resolved_at', 'is', null)
        .doUpdateSet((eb) => ({ detail: eb.ref('excluded.detail') })),
    )
    .execute();
}

/** Parks what the records lack, and clears what they lack no more. */
async function settleProblems(
  transaction: Tx,
  organisationId: OrganisationId,
  records: ScoredBatch['records'],
): Promise<void> {
  const rows = records.flatMap((record) =>
    record.problems.map((problem) => {
      const { kind, ...about } = problem;
      return {
        r: record.id,
        s: record.sourceId,
        i: record.inboxId,
        k: kind,
        u: Object.values(about)[0] ?? '',
        d: JSON.stringify(about),
      };
    }),
  );
  const ids = records.map(({ id }) => id);
  await sql`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as item (r bigint, s integer, i bigint, k text, u text, d text)
    ), solved as (
      update parked set resolved_at = now()
      where organisation_id = ${organisationId} and resolved_at is null
        and record_id = any (${ids}::bigint[])
        and not exists (select from wanted
          where wanted.r = parked.record_id and wanted.k = parked.kind and wanted.u = parked.subject)
    )
    insert into parked (organisation_id, source_id, inbox_id, record_id, kind, subject, detail)
    select ${organisationId}::integer, s, i, r, k, u, d from wanted
    on conflict (record_id, kind, subject) where record_id is not null and resolved_at is null
      do nothing
  `.execute(transaction);
}

async function writeCelebrations(
  transaction: Tx,
  organisationId: OrganisationId,
  { wins, takenBack }: ScoredBatch,
): Promise<WrittenBatch> {
  const takenBackCelebrations =
    takenBack.length === 0
      ? []
      : await transaction
          .updateTable('celebration')
          .set({ taken_back_at: sql`now()` })
          .where('organisation_id', '=', organisationId)
          .where('record_id', 'in', [...takenBack])
          .where('taken_back_at', 'is', null)
          .returning('id')
          .execute();
  if (wins.length === 0) {
    return { celebrations: [], takenBackCelebrations: takenBackCelebrations.map(({ id }) => id) };
  }
  const kept = await transaction
    .insertInto('celebration')
    .values(
      wins.map((win) => ({
        organisation_id: organisationId,
        record_id: win.recordId,
        person_id: win.personId,
        date: win.date,
        happened_at: new Date(win.at).toISOString(),
        arrived_at: new Date(win.arrivedAt).toISOString(),
      })),
    )
    // Won again the same day: only what no screen has shown yet rings.
    .onConflict((conflict) =>
      conflict
        .columns(['record_id', 'date'])
        .doUpdateSet({ taken_back_at: null, decided_at: sql`now()` })
        .where('celebration.shown', 'is', null),
    )
    .returning(['id', 'record_id'])
    .execute();
  const winOf = new Map<number, Win>(wins.map((win) => [win.recordId, win]));
  return {
    celebrations: kept.map(({ id, record_id }) => ({ id, win: winOf.get(record_id) as Win })),
    takenBackCelebrations: takenBackCelebrations.map(({ id }) => id),
  };
}
