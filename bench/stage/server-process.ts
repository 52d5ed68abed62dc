import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { freePort } from '../../apps/server/src/engines/free-port.js';
import { PROGRAMS } from './programs.js';

export interface ServerSettings {
  /** Left out: the server starts private ones in `dataDir`. */
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly dataDir?: string;
  readonly roles?: string;
}

const PATIENCE_MS = 60_000;

/** A running server of the product: what `npm start` starts, with another port. */
export class ServerProcess {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    /** From the start of the process until it was ready. */
    readonly startedInMs: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static async start(settings: ServerSettings, profile?: string): Promise<ServerProcess> {
    const port = await freePort();
    const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    const started = performance.now();
    // The channel ends it should we be killed.
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', ...flags, join(PROGRAMS, 'main.js')],
      {
        env: environment(settings, port),
        stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
      },
    );
    await ready(child, port);
    return new ServerProcess(port, child, performance.now() - started);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

function environment(settings: ServerSettings, port: number): NodeJS.ProcessEnv {
  const { databaseUrl, redisUrl, dataDir, roles } = settings;
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    PORT: String(port),
    LOG_LEVEL: 'error',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    ...(dataDir === undefined ? {} : { BELLWETHER_DATA_DIR: dataDir }),
    ...(roles === undefined ? {} : { BELLWETHER_ROLES: roles }),
  };
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The server ended by ${end}`);
    if (await answers(port)) return;
    await pause(5);
  }
  throw new Error('The server was not ready in a minute');
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}
