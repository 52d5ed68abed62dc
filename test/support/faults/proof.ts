import { KeepBoards, ProveBoards } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { REVENUE_WON } from '@bellwether/domain';
import type { RedisClient } from '@bellwether/leaderboard';
import { RedisBoardStore, openRedis } from '@bellwether/leaderboard';
import type { Database } from '@bellwether/persistence';
import {
  PostgresDirectories,
  PostgresInbox,
  PostgresLedger,
  PostgresTotals,
  openDatabase,
} from '@bellwether/persistence';
import { ScoringQueue } from '@bellwether/queue';
import { sql } from 'kysely';

export interface StoreUrls {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** What the servers keep their keys under when they are told nothing else. */
const PREFIX = 'bellwether';

/** Looks into the stores from outside, without moving anything. */
export class Proof {
  readonly #ledger: PostgresLedger;
  readonly #store: RedisBoardStore;
  readonly #inbox: PostgresInbox;
  readonly #prove: ProveBoards;
  readonly #queue: ScoringQueue;

  private constructor(
    readonly database: Database,
    readonly redis: RedisClient,
  ) {
    const directories = new PostgresDirectories(database);
    const totals = new PostgresTotals(database);
    this.#inbox = new PostgresInbox(database);
    this.#ledger = new PostgresLedger(database);
    this.#store = new RedisBoardStore(redis, PREFIX);
    const boards = new KeepBoards(this.#store, this.#ledger, totals, directories);
    const parts = [this.#store, boards, this.#ledger, totals, directories] as const;
    const signals = { send: () => Promise.resolve() };
    this.#prove = new ProveBoards(...parts, signals, { now: () => Date.now() });
    const onError = () => undefined;
    this.#queue = new ScoringQueue({ connection: redis, prefix: `{${PREFIX}}`, onError });
  }

  static async open({ databaseUrl, redisUrl }: StoreUrls): Promise<Proof> {
    const onError = () => undefined;
    const database = openDatabase({ url: databaseUrl, connections: 2, onError });
    const redis = openRedis({ url: redisUrl, failFast: true, onError });
    await redis.connect();
    return new Proof(database, redis);
  }

  async close(): Promise<void> {
    await this.#queue.close();
    await this.database.destroy();
    this.redis.destroy();
  }

  /**
   * What keeps the boards from being equal to the ledger, told in a few words; undefined when they
   * are. Nothing waits then, and no job is left in the queue.
   */
  async missing(organisationId: OrganisationId): Promise<string | undefined> {
    if ((await this.#inbox.waiting()).length > 0) return 'deliveries wait';
    const { checkpoint, boards } = await this.#store.state(organisationId);
    const head = await this.#ledger.head(organisationId);
    if (checkpoint !== head) return `the boards are at ${checkpoint}, the ledger at ${head}`;
    if (boards.length === 0) return 'no board is kept';
    const depth = await this.#queue.depth();
    if (depth > 0) return `${depth} jobs are in the queue`;
    const { differences, totals } = await this.#prove.verify(organisationId);
    const wrong = differences.length + totals.differences.length;
    return wrong === 0 ? undefined : `${wrong} differences`;
  }

  /** Cents that each deal has brought, by its name at the source. */
  async counted(organisationId: OrganisationId): Promise<ReadonlyMap<string, number>> {
    const { rows } = await sql<{ name: string; cents: number }>`
      select record.external_id as name, sum(movement.quantity)::bigint as cents
      from entry
      join record on record.id = entry.record_id
      cross join unnest(entry.measure_ids, entry.quantities) as movement (measure_id, quantity)
      join measure on measure.id = movement.measure_id and measure.key = ${REVENUE_WON}
      where entry.organisation_id = ${organisationId}
      group by record.external_id
    `.execute(this.database.of(organisationId));
    return new Map(rows.map(({ name, cents }) => [name, cents]));
  }
}
