import type { Arrival } from '@bellwether/application';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.js';

/** Puts items into the inbox and in the queue, those of paused sources aside. Answers the names of new ones. */
export async function insertArrivals(
  executor: Kysely<Schema>,
  arrivals: readonly Arrival[],
): Promise<Set<string>> {
  const rows = arrivals.map(({ organisationId, sourceId, key, arrivedAt, body, test }) => ({
    o: organisationId,
    s: sourceId,
    k: key,
    r: new Date(arrivedAt).toISOString(),
    b: body,
    ...(test && { t: test }),
  }));
  const held = arrivals.flatMap((arrival) => (arrival.held ? [arrival.sourceId] : []));
  const kept = await sql<{ source_id: number; delivery_key: string }>`
      with incoming as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json)
          as item (o integer, s integer, k uuid, r timestamptz, b text, t boolean)
      ), kept as (
        insert into inbox (organisation_id, source_id, delivery_key, received_at, body, test)
        select o, s, k, r, b, coalesce(t, false) from incoming
        on conflict (source_id, delivery_key) do nothing
        returning id, organisation_id, source_id, delivery_key
      ), queued as (
        insert into inbox_queue (organisation_id, inbox_id)
        select organisation_id, id from kept where source_id <> all (${held}::integer[])
      ), held as (
        insert into inbox_held (organisation_id, source_id, inbox_id)
        select organisation_id, source_id, id from kept where source_id = any (${held}::integer[])
      )
      select source_id, delivery_key from kept
    `.execute(executor);
  return new Set(kept.rows.map(({ source_id, delivery_key }) => `${source_id} ${delivery_key}`));
}
