import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CannotRun } from '../start/cannot-run.js';

const NAMES = ['redis-server', 'valkey-server'];
/** Where package managers put them and a service or an editor does not look. */
const MORE_FOLDERS = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin'];
const OLDEST = [6, 2] as const;

/** The Redis or Valkey server of this system, version 6.2 or later. */
export async function redisProgram(path = process.env['PATH'] ?? ''): Promise<string> {
  const folders = [...path.split(delimiter).filter(Boolean), ...MORE_FOLDERS];
  const program = folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isExecutable);
  if (program === undefined) {
    throw new CannotRun(
      'There is no redis-server or valkey-server on the PATH. Install one, or set REDIS_URL to a Redis of yours.',
    );
  }
  const { stdout } = await promisify(execFile)(program, ['--version']);
  if (isRecentEnough(stdout)) return program;
  throw new CannotRun(
    `${program} is too old (${stdout.trim()}). Install Redis ${OLDEST.join('.')} or later, or set REDIS_URL to a Redis of yours.`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Reads `Redis server v=7.0.15 sha=…`. */
function isRecentEnough(version: string): boolean {
  const [, major = '0', minor = '0'] = /\bv=(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]);
}
