import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { endLeftovers } from './end-leftovers.js';
import { EngineLog } from './engine-log.js';
import { freePort } from './free-port.js';
import type { KeptProcess } from './kept-process.js';
import { keepProcess } from './kept-process.js';
import { postgresAccount } from './postgres-account.js';
import { postgresBinaries } from './postgres-binaries.js';
import type { PostgresCluster } from './postgres-cluster.js';
import { POSTGRES_USER, postgresCluster } from './postgres-cluster.js';
import { postgresSettings } from './postgres-settings.js';
import type { EngineOptions, RunningEngine } from './running-engine.js';
import { supervise } from './supervise.js';

const DATABASE = 'bellwether';
/** In bytes, without the closing zero; Linux allows four more than macOS. */
const LONGEST_SOCKET_PATH = 103;

/** Starts the private PostgreSQL of a data folder and keeps it running. */
export async function startPostgres(options: EngineOptions): Promise<RunningEngine> {
  const { dataFolder, log, onLost, durable = true } = options;
  const binaries = postgresBinaries();
  const account = await postgresAccount(binaries, dataFolder, log);
  const engineLog = new EngineLog(join(dataFolder, 'logs', 'postgres.log'));
  const cluster = await postgresCluster(dataFolder, binaries, account, engineLog);

  const port = await freePort();
  const socketFolder = socketFolderIn(dataFolder, port);
  const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  const settings = postgresSettings({ port, socketFolder, memoryBytes, durable });
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const pidFile = join(cluster.folder, 'postmaster.pid');
  const leftovers = { name: 'PostgreSQL', programs: ['postgres'], folder: cluster.folder };
  const engine = await supervise({
    name: 'PostgreSQL',
    engineLog,
    leftovers,
    log,
    onLost,
    async spawn(patienceMs) {
      // After a kill, processes of the old server may still be at work, and its pid and lock files name
      // numbers which may by now belong to other programs: PostgreSQL would take those for its own.
      if (existsSync(pidFile)) {
        await endLeftovers(leftovers, patienceMs, log);
        rmSync(pidFile, { force: true });
      }
      clearSocket(socketFolder);
      return keepProcess({
        command: [...account.prefix, binaries.postgres, '-D', cluster.folder, ...flags],
        folder: cluster.folder,
        log: engineLog.descriptor,
        // First finish what runs and write a checkpoint; then leave that to the recovery at the next start.
        endings: [
          ['INT', 4],
          ['QUIT', 2],
        ],
      });
    },
    answers: (postgres, gaveUp) => isReady(postgres, pidFile, gaveUp),
    hurriedBy: 'SIGQUIT',
  });
  try {
    const url = urlOf(cluster, port, socketFolder);
    await ensureDatabase(url);
    return { url, stop: (hurry) => engine.stop(hurry) };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

function socketFolderIn(dataFolder: string, port: number): string {
  const folder = join(dataFolder, 'run');
  const socket = join(folder, `.s.PGSQL.${port}`);
  return Buffer.byteLength(socket) > LONGEST_SOCKET_PATH ? '' : folder;
}

function clearSocket(folder: string): void {
  if (folder === '') return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
}

/** PostgreSQL tells in its pid file, on the eighth line, when it takes connections. */
async function isReady(postgres: KeptProcess, pidFile: string, gaveUp: AbortSignal): Promise<void> {
  for (;;) {
    gaveUp.throwIfAborted();
    const lines = readLines(pidFile);
    if (Number(lines[0]) === postgres.pid && lines[7]?.trim() === 'ready') return;
    await pause(10);
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * The `host` in the query is the socket's folder, which takes a third off each round trip. Clients
 * that do not know it use the address before it.
 */
function urlOf({ password }: PostgresCluster, port: number, socketFolder: string): string {
  const url = `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return socketFolder === '' ? url : `${url}?host=${encodeURIComponent(socketFolder)}`;
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client(maintenance.href);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
