import { setTimeout as pause } from 'node:timers/promises';
import type { Arrival, Inbox, Kept } from '@bellwether/application';
import type { Instant, OrganisationId, SourceId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { insertArrivals } from './insert-arrivals.js';

/** The most items written by one statement. */
const MOST_ROWS = 2_000;
/** What may wait in memory, in characters of bodies; beyond it senders are asked to come back. */
const MOST_WAITING = 48 * 1_048_576;

/** A commit waits for the disk; one in this time is enough, whatever arrives. */
const APART_MS = 5;

interface Waiting {
  readonly size: number;
  readonly arrivals: readonly Arrival[];
  readonly resolve: (verdicts: readonly Kept[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The inbox in PostgreSQL. What arrives while one write is under way, or just after one, goes into the
 * next: alone, a delivery waits for nobody; under load, one commit carries hundreds.
 */
export class PostgresInbox implements Inbox {
  readonly #waiting: Waiting[] = [];
  #writing = false;
  #begunAt = -Infinity;
  #size = 0;

  constructor(
    private readonly database: Database,
    private readonly mostWaiting = MOST_WAITING,
  ) {}

  async store(arrivals: readonly Arrival[]): Promise<readonly Kept[] | 'full'> {
    const size = arrivals.reduce((sum, { body }) => sum + body.length, 0);
    if (this.#size + size > this.mostWaiting) return 'full';
    this.#size += size;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ size, arrivals, resolve, reject });
      if (!this.#writing) void this.#writeAll();
    });
  }

  async known(
    organisationId: OrganisationId,
    sourceId: SourceId,
    keys: readonly string[],
  ): Promise<readonly string[]> {
    if (keys.length === 0) return [];
    const rows = await this.database
      .of(organisationId)
      .selectFrom('inbox')
      .select('delivery_key')
      .where('organisation_id', '=', organisationId)
      .where('source_id', '=', sourceId)
      .where('delivery_key', '=', sql<string>`any(${keys}::uuid[])`)
      .execute();
    return rows.map(({ delivery_key }) => delivery_key);
  }

  async waiting(): Promise<readonly OrganisationId[]> {
    const { rows } = await sql<{ organisation_id: OrganisationId }>`
      select distinct organisation_id from inbox_queue
    `.execute(this.database.across('waiting work'));
    return rows.map(({ organisation_id }) => organisation_id);
  }

  async oldestWaiting(organisationId: OrganisationId): Promise<Instant | null> {
    // The id first: a join of the two would be planned by what the queue held when it was last counted.
    const { rows } = await sql<{ received_at: Instant }>`
      select received_at from inbox where id = (
        select inbox_id from inbox_queue where organisation_id = ${organisationId}
        order by inbox_id limit 1
      )
    `.execute(this.database.of(organisationId));
    return rows[0]?.received_at ?? null;
  }

  async release(): Promise<void> {
    // Some at a time: what waits longest goes first, and nobody waits long for the statement.
    for (let moved = MOST_ROWS; moved === MOST_ROWS;) {
      const { rows } = await sql<{ moved: number }>`
        with free as (
          delete from inbox_held where inbox_id in (
            select inbox_id from inbox_held
            where source_id not in (select id from source where paused)
            order by inbox_id limit ${MOST_ROWS} for update skip locked
          )
          returning organisation_id, inbox_id
        ), queued as (
          insert into inbox_queue (organisation_id, inbox_id)
          select organisation_id, inbox_id from free
          on conflict do nothing
        )
        select count(*) as moved from free
      `.execute(this.database.across('waiting work'));
      moved = rows[0]?.moved ?? 0;
    }
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const soon = this.#begunAt + APART_MS - performance.now();
      if (soon > 0) await pause(soon);
      this.#begunAt = performance.now();
      await this.#write(this.#nextGroup());
    }
    this.#writing = false;
  }

  #nextGroup(): readonly Waiting[] {
    let rows = 0;
    const upTo = this.#waiting.findIndex(({ arrivals }, index) => {
      rows += arrivals.length;
      return index > 0 && rows > MOST_ROWS;
    });
    return this.#waiting.splice(0, upTo === -1 ? this.#waiting.length : upTo);
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      const kept = await insertArrivals(
        this.database.across('intake'),
        group.flatMap(({ arrivals }) => arrivals),
      );
      for (const { arrivals, resolve } of group) {
        // A key that stands twice in one group was kept once: the first to ask is told so.
        resolve(
          arrivals.map((arrival) => (kept.delete(nameOf(arrival)) ? 'accepted' : 'duplicate')),
        );
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      this.#size -= group.reduce((sum, { size }) => sum + size, 0);
    }
  }
}

function nameOf({ sourceId, key }: Arrival): string {
  return `${sourceId} ${key}`;
}
