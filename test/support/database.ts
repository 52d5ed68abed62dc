import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createClient } from 'redis';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  /** Gone with everything in it, whoever is still connected. */
  readonly drop: () => Promise<void>;
}

/** Fills an empty database, for instance by running the migrations. */
export type Prepare = (url: string) => Promise<void>;

/**
 * A fresh database on the PostgreSQL of this run. What `prepare` puts into it is done once for the whole
 * run, by whichever test file comes first, and copied for the others; another preparation needs another
 * name of its template.
 */
export async function createTestDatabase(
  prepare?: Prepare,
  template = 'prepared',
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (server) => {
    const source = prepare ? await preparedTemplate(server, prepare, template) : 'template0';
    // Copying the files is slower for a small database than writing it anew through the log.
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY wal_log`);
  });
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (server) => void (await server.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

export interface TestRedis {
  /** Names a database number that nobody else in this run has: FLUSHDB empties it and nothing else. */
  readonly url: string;
  /**
   * For what a database number does not separate: the names of channels. BullMQ takes it as its `prefix`.
   */
  readonly prefix: string;
}

/** A fresh place on the Redis of this run. */
export async function createTestRedis(): Promise<TestRedis> {
  const url = inject('redisUrl');
  const client = createClient({ url });
  client.on('error', () => undefined);
  await client.connect();
  const number = await client.incr('last-test-database');
  client.destroy();
  return { url: `${url}/${number}`, prefix: `test-${number}` };
}

async function preparedTemplate(
  server: pg.Client,
  prepare: Prepare,
  template: string,
): Promise<string> {
  // Test files run in several processes: one prepares, the others wait for it.
  await server.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  const found = await server.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
    template,
  ]);
  if (found.rowCount === 0) {
    await server.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${template} TEMPLATE template0`);
    await prepare(urlOf(template));
    // A database that somebody is connected to cannot be copied.
    await server.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  }
  await server.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  return template;
}

async function onServer<Result>(work: (server: pg.Client) => Promise<Result>): Promise<Result> {
  const server = new pg.Client(inject('databaseUrl'));
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
}
