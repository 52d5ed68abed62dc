import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Log } from '../../apps/server/src/engines/log.js';
import { startPostgres } from '../../apps/server/src/engines/start-postgres.js';
import { startRedis } from '../../apps/server/src/engines/start-redis.js';
import type { RunningEngine } from '../../apps/server/src/engines/running-engine.js';
import type { Duties } from '../processes/bench-process.js';
import { BenchProcess } from '../processes/bench-process.js';
import type { CpuTime } from './cpu-time.js';
import { cpuTime } from './cpu-time.js';
import type { ServerSettings } from './server-process.js';
import { ServerProcess } from './server-process.js';

export interface StageSettings {
  readonly folder: string;
  readonly log: Log;
  readonly profile: string | undefined;
  /** Records of the past that are counted anew. */
  readonly history: number;
  readonly onLost: (reason: Error) => void;
}

/** A database and a Redis that nobody has used yet. */
export interface Place {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/**
 * One PostgreSQL and one Redis for the whole run, started and set as the product starts its own
 * (fsync on), and the processes that are measured on them.
 */
export class Stage {
  readonly #running: { stop(): Promise<void> }[] = [];
  #places = 0;

  private constructor(
    readonly settings: StageSettings,
    private readonly postgres: RunningEngine,
    private readonly redis: RunningEngine,
  ) {}

  static async open(settings: StageSettings): Promise<Stage> {
    const dataFolder = join(settings.folder, 'engines');
    mkdirSync(dataFolder, { mode: 0o700 });
    const options = { dataFolder, log: settings.log, onLost: settings.onLost };
    const [postgres, redis] = await Promise.all([
      startPostgres(options),
      startRedis({ ...options, databases: 64 }),
    ]);
    return new Stage(settings, postgres, redis);
  }

  /** A database and a Redis of their own. */
  async place(): Promise<Place> {
    this.#places += 1;
    const url = new URL(this.postgres.url);
    const name = `place_${this.#places}`;
    const client = new pg.Client(this.postgres.url);
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    url.pathname = `/${name}`;
    return { databaseUrl: url.href, redisUrl: `${this.redis.url}/${this.#places}` };
  }

  /** The product as it is installed, in a process of its own. */
  async server(settings: ServerSettings): Promise<ServerProcess> {
    const server = await ServerProcess.start(settings, this.settings.profile);
    this.#running.push(server);
    return server;
  }

  process<D extends Duties>(name: string): BenchProcess<D> {
    const started = BenchProcess.start<D>(name);
    this.#running.push(started);
    return started;
  }

  /** Ends it together with what the figure has started. */
  alsoStop(running: { stop(): Promise<void> }): void {
    this.#running.push(running);
  }

  /** What a server and the engines have used so far. */
  cpuTime(serverPid: number): CpuTime | undefined {
    return cpuTime(join(this.settings.folder, 'engines'), serverPid);
  }

  /** Ends what a figure has started. */
  async clear(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((running) => running.stop()));
  }

  async close(hurry: AbortSignal): Promise<void> {
    await this.clear();
    await Promise.all([this.postgres.stop(hurry), this.redis.stop(hurry)]);
  }
}
