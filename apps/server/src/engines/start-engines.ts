import type { CannotRun } from '../start/cannot-run.js';
import type { DataFolder } from './claim-data-folder.js';
import { claimDataFolder } from './claim-data-folder.js';
import type { Log } from './log.js';
import { reachPostgres } from './reach-postgres.js';
import { reachRedis } from './reach-redis.js';
import type { RunningEngine } from './running-engine.js';
import { removeRunning, writeRunning } from './running-record.js';
import { startPostgres } from './start-postgres.js';
import { startRedis } from './start-redis.js';

export interface EnginesConfig {
  readonly dataDir: string;
  readonly port: number;
  /** A server of your own; without it, a private one is started. */
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
}

export interface Engines {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Corrects the port in `run.json` once the server knows it (it was asked to take any). */
  readonly listening: (httpPort: number) => void;
  readonly stop: (hurry?: AbortSignal) => Promise<void>;
}

/** After this, PostgreSQL is stopped without its last checkpoint, which the next start makes up for. */
const STOP_PATIENCE_MS = 3_000;

/**
 * Brings up PostgreSQL and Redis, private or given, both at once. The data folder is claimed as long as
 * anything private runs in it; with both servers given, as many processes as you like may run.
 */
export async function startEngines(
  config: EnginesConfig,
  log: Log,
  onLost: (reason: CannotRun) => void,
): Promise<Engines> {
  const { dataDir } = config;
  const isPrivate = config.databaseUrl === undefined || config.redisUrl === undefined;
  const claim = isPrivate ? await claimDataFolder(dataDir) : undefined;
  const options = { dataFolder: dataDir, log, onLost };
  const [postgres, redis] = await bothOrNone(
    config.databaseUrl === undefined
      ? startPostgres(options)
      : given(config.databaseUrl, reachPostgres(config.databaseUrl)),
    config.redisUrl === undefined
      ? startRedis(options)
      : given(config.redisUrl, reachRedis(config.redisUrl, log)),
    claim,
  );
  const urls = { databaseUrl: postgres.url, redisUrl: redis.url };
  const listening = (httpPort: number): void => {
    if (claim) writeRunning(dataDir, { ...urls, httpPort });
  };
  listening(config.port);
  const stop = async (hurry?: AbortSignal): Promise<void> => {
    if (claim) removeRunning(dataDir);
    const patience = AbortSignal.timeout(STOP_PATIENCE_MS);
    const enough = hurry ? AbortSignal.any([hurry, patience]) : patience;
    await Promise.all([postgres.stop(enough), redis.stop(enough)]);
    claim?.release();
  };
  let stopped: Promise<void> | undefined;
  return { ...urls, listening, stop: (hurry) => (stopped ??= stop(hurry)) };
}

async function given(url: string, reached: Promise<void>): Promise<RunningEngine> {
  await reached;
  return { url, stop: async () => undefined };
}

/** When one of them fails, the other is stopped before the failure is told. */
async function bothOrNone(
  startingPostgres: Promise<RunningEngine>,
  startingRedis: Promise<RunningEngine>,
  claim: DataFolder | undefined,
): Promise<[RunningEngine, RunningEngine]> {
  const [postgres, redis] = await Promise.allSettled([startingPostgres, startingRedis]);
  if (postgres.status === 'fulfilled' && redis.status === 'fulfilled') {
    return [postgres.value, redis.value];
  }
  for (const engine of [postgres, redis]) {
    if (engine.status === 'fulfilled') await engine.value.stop();
  }
  claim?.release();
  const failed = postgres.status === 'rejected' ? postgres : (redis as PromiseRejectedResult);
  throw failed.reason;
}
