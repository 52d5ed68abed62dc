import type { Bodies, Emptied } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

/** A delivery whose body may still be read: it waits, or is parked. */
const NEEDED = sql`(
  exists (select from inbox_queue
    where inbox_queue.organisation_id = inbox.organisation_id and inbox_queue.inbox_id = inbox.id)
  or exists (select from parked where parked.inbox_id = inbox.id and parked.resolved_at is null)
)`;

/**
 * The bodies in the inbox. It is walked through once, in the order of arrival; where that ended is
 * kept, so what was looked at long ago costs nothing.
 */
export class PostgresBodies implements Bodies {
  constructor(private readonly database: Database) {}

  emptyNext(before: Instant, limit: number): Promise<Emptied> {
    return this.database
      .across('retention')
      .transaction()
      .execute(async (transaction) => {
        // Several workers do not walk side by side: one does, the others have nothing to do.
        const { rows: cursors } = await sql<{ looked_up_to: number }>`
        select looked_up_to from body_retention for update skip locked
      `.execute(transaction);
        const [cursor] = cursors;
        if (!cursor) return { emptied: 0, more: false };
        const { rows } = await sql<{ looked: number; up_to: number | null; emptied: number }>`
        with next as (
          select id, received_at from inbox where id > ${cursor.looked_up_to}
          order by id limit ${limit}
        ), old as (
          -- Up to the first that is young: numbers and moments run nearly together.
          select id from next
          where id < coalesce((select min(id) from next where received_at >= ${isoOf(before)}),
            ${Number.MAX_SAFE_INTEGER}::bigint)
        ), needed as (
          insert into body_needed (inbox_id)
          select inbox.id from inbox join old on old.id = inbox.id where ${NEEDED}
          on conflict do nothing returning inbox_id
        ), emptied as (
          update inbox set body = null from old
          where inbox.id = old.id and inbox.body is not null and not ${NEEDED}
          returning inbox.id
        )
        select (select count(*) from old) as looked, (select max(id) from old) as up_to,
          (select count(*) from emptied) as emptied
      `.execute(transaction);
        const { looked = 0, up_to = null, emptied = 0 } = rows[0] ?? {};
        if (up_to !== null) {
          await sql`update body_retention set looked_up_to = ${up_to}`.execute(transaction);
        }
        return { emptied, more: looked === limit };
      });
  }

  async emptyNoLongerNeeded(limit: number): Promise<number> {
    const { rows } = await sql<{ emptied: number }>`
      with free as (
        delete from body_needed where inbox_id in (
          select body_needed.inbox_id from body_needed
          join inbox on inbox.id = body_needed.inbox_id
          where not ${NEEDED} limit ${limit} for update of body_needed skip locked
        )
        returning inbox_id
      ), emptied as (
        update inbox set body = null from free where inbox.id = free.inbox_id returning inbox.id
      )
      select count(*) as emptied from emptied
    `.execute(this.database.across('retention'));
    return rows[0]?.emptied ?? 0;
  }
}

function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
