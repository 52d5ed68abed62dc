import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './stage.js';
import { PROGRAMS } from './programs.js';

/** Runs a command of the product (`npm run bellwether -- COMMAND`) and answers what it says. */
export async function runCommand(
  command: readonly string[],
  place: Place,
  folder: string,
): Promise<string> {
  const program = join(PROGRAMS, 'cli.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...command], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: place.databaseUrl,
      REDIS_URL: place.redisUrl,
      BELLWETHER_DATA_DIR: folder,
    },
  });
  return stdout;
}
