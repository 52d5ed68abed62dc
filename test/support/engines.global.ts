import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../apps/server/src/engines/start-postgres.js';
import { startRedis } from '../../apps/server/src/engines/start-redis.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The private PostgreSQL of this run, with the right to make databases. */
    databaseUrl: string;
    /** The private Redis of this run. */
    redisUrl: string;
    /** A folder for whatever tests write; gone at the end of the run. */
    scratchFolder: string;
  }
}

/** Each test file that asks for one gets a database number of its own, see `createTestRedis`. */
const REDIS_DATABASES = 4_096;

/**
 * One PostgreSQL and one Redis for a run of tests, started by the code that the product starts them by.
 * Their keepers end them also when the run is killed.
 */
export default async function startEnginesForTests(
  project: TestProject,
): Promise<() => Promise<void>> {
  const scratchFolder = realpathSync(mkdtempSync(join(tmpdir(), 'bw-test-')));
  // A run that is stopped by Ctrl-C ends without tearing down.
  const tidy = (): void => rmSync(scratchFolder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', tidy);
  const problem = (message: string): void => void process.stderr.write(`${message}\n`);
  const options = {
    dataFolder: join(scratchFolder, 'engines'),
    log: { info: () => undefined, warn: problem, error: problem },
    onLost: (reason: Error) => problem(reason.message),
    durable: false,
  };
  mkdirSync(options.dataFolder, { mode: 0o700 });
  const [postgres, redis] = await Promise.all([
    startPostgres(options),
    startRedis({ ...options, databases: REDIS_DATABASES }),
  ]);
  project.provide('databaseUrl', postgres.url);
  project.provide('redisUrl', redis.url);
  project.provide('scratchFolder', scratchFolder);
  return async () => {
    const atOnce = AbortSignal.abort();
    await Promise.all([postgres.stop(atOnce), redis.stop(atOnce)]);
    tidy();
  };
}
