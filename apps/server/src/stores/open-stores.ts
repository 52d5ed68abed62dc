import type { Pool } from 'pg';
import type { RedisClient } from '@bellwether/leaderboard';
import { openRedis } from '@bellwether/leaderboard';
import type { Database } from '@bellwether/persistence';
import { isKeptApart, migrate, openDatabase, openPool } from '@bellwether/persistence';
import type { Log } from '../engines/log.js';
import { oncePerOutage } from '../logging/once-per-outage.js';

/** The connections that everything else is made of. */
export interface Stores {
  readonly database: Database;
  /** For sign-in, which reads types in its own way. */
  readonly accounts: Pool;
  /** For boards and signals; commands fail at once while Redis is away. */
  readonly redis: RedisClient;
  /** Receives what other processes tell. */
  readonly subscriber: RedisClient;
  /** For the worker: waits until Redis is back. */
  readonly patientRedis: RedisClient;
  /** Before the names of all keys in Redis. */
  readonly prefix: string;
  close(): Promise<void>;
}

export interface StoresOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly prefix?: string;
}

/** Connects to both stores; the tables are as they are. */
export async function connectStores(
  { databaseUrl, redisUrl, prefix = 'bellwether' }: StoresOptions,
  log: Log,
): Promise<Stores> {
  const brokeOff = (error: Error): void =>
    log.warn('A database connection broke', { reason: error.message });
  const database = openDatabase({ url: databaseUrl, connections: 12, onError: brokeOff });
  const accounts = openPool({ url: databaseUrl, connections: 3, onError: brokeOff });
  const onError = oncePerOutage(
    log,
    'Redis cannot be reached; deliveries are kept and scored when it is back',
  );
  const redis = openRedis({ url: redisUrl, failFast: true, onError });
  const subscriber = openRedis({ url: redisUrl, onError });
  const patientRedis = openRedis({ url: redisUrl, onError });
  const clients = [redis, subscriber, patientRedis];
  await Promise.all(clients.map((client) => client.connect()));
  return {
    database,
    accounts,
    redis,
    subscriber,
    patientRedis,
    prefix,
    close: async () => {
      await Promise.all(clients.map(closeClient));
      await Promise.all([database.destroy(), accounts.end()]);
    },
  };
}

/** Connects to both stores and brings the tables up to date. */
export async function openStores(options: StoresOptions, log: Log): Promise<Stores> {
  const stores = await connectStores(options, log);
  const done = await migrate(stores.database);
  if (done.length > 0) log.info('The tables are up to date', { steps: done });
  if (!(await isKeptApart(stores.database))) log.warn(NOT_KEPT_APART);
  return stores;
}

const NOT_KEPT_APART =
  'PostgreSQL does not keep organisations apart: the role in DATABASE_URL passes row-level security. ' +
  'As an administrator of it, type: ALTER ROLE … NOSUPERUSER NOBYPASSRLS; with the name of that role';

/** What was asked is answered first, when Redis is there to answer. */
async function closeClient(client: RedisClient): Promise<void> {
  const closed = client.isReady ? client.close() : Promise.resolve();
  const patience = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
  await Promise.race([closed.catch(() => undefined), patience]);
  if (client.isOpen) client.destroy();
}

const CLOSE_MS = 500;
