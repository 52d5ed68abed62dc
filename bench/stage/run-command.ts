import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './stage.js';
import { PROGRAMS } from './programs.js';

/** Runs a command of the product (`npm run bellwether -- NAME`) and answers what it says. */
export async function runCommand(name: string, place: Place, folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(PROGRAMS, 'cli.js'), name], {
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
