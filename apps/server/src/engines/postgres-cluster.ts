import { randomBytes } from 'node:crypto';
import { existsSync, fsyncSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { closeSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../start/cannot-run.js';
import type { EngineLog } from './engine-log.js';
import { keepProcess } from './kept-process.js';
import type { PostgresAccount } from './postgres-account.js';
import { ownCluster } from './postgres-account.js';
import type { PostgresBinaries } from './postgres-binaries.js';

export const POSTGRES_USER = 'bellwether';

export interface PostgresCluster {
  readonly folder: string;
  readonly password: string;
}

/** The cluster in the data folder, made if there is none. */
export async function postgresCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  engineLog: EngineLog,
): Promise<PostgresCluster> {
  const folder = join(dataFolder, 'postgres');
  const passwordFile = join(dataFolder, 'postgres.password');
  if (!existsSync(folder)) {
    if (!existsSync(passwordFile)) writeNew(passwordFile, randomBytes(24).toString('base64url'));
    await make(folder, passwordFile, binaries, account, engineLog);
  }
  refuseOtherMajor(folder, binaries.major);
  await ownCluster(folder, account);
  return { folder, password: readPassword(passwordFile) };
}

/** Made aside and moved when complete: an interrupted first start leaves no half cluster behind. */
async function make(
  folder: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  engineLog: EngineLog,
): Promise<void> {
  const parent = join(folder, '..');
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('postgres.new-'))) {
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  const draft = `${folder}.new-${process.pid}`;
  engineLog.markLaunch();
  const initdb = await keepProcess({
    command: [...account.prefix, binaries.initdb, ...initdbOptions(draft, passwordFile)],
    folder: parent,
    log: engineLog.descriptor,
    endings: [['INT', 2]],
  });
  const { succeeded, how } = await initdb.ended;
  if (!succeeded) {
    throw new CannotRun(
      `PostgreSQL cannot make its data folder: ${how}. Its last lines (${engineLog.file}): ${engineLog.lastLines(5)}`,
    );
  }
  renameSync(draft, folder);
  syncFolder(parent);
}

function initdbOptions(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${POSTGRES_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own Unicode rules: the same order and the same case on every system, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
}

function refuseOtherMajor(folder: string, major: string): void {
  const file = join(folder, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version';
  if (found === major) return;
  throw new CannotRun(
    `The database in ${folder} was made by PostgreSQL ${found}, and this version of Bellwether brings PostgreSQL ${major}. ` +
      'Dump it with the version of Bellwether that made it and restore it here, or set BELLWETHER_DATA_DIR to a new folder.',
  );
}

function readPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new CannotRun(
    `The file ${file}, the key to the database beside it, is missing. Bring it back from a backup.`,
  );
}

function writeNew(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** A move is only kept through a power cut once the folder it happened in is on the disk. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
