import type { Backlog, BacklogState } from '@bellwether/application';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

/** What waits in the inbox, in all organisations together: it concerns the installation. */
export class PostgresBacklog implements Backlog {
  constructor(private readonly database: Database) {}

  async read(): Promise<BacklogState> {
    const { rows } = await sql<BacklogState>`
      select waiting, inbox.received_at as "oldestArrivedAt"
      from (
        select count(*) as waiting, min(inbox_id) filter (where not replay) as oldest
        from inbox_queue
      ) as queue left join inbox on inbox.id = queue.oldest
    `.execute(this.database.across('backlog'));
    return rows[0] ?? { waiting: 0, oldestArrivedAt: null };
  }

  async next(): Promise<number | null> {
    const { rows } = await sql<{ next: number | null }>`
      select min(inbox_id) as next from inbox_queue
    `.execute(this.database.across('backlog'));
    return rows[0]?.next ?? null;
  }
}
