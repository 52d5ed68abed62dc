import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/load-config.js';
import { CannotRun } from '../start/cannot-run.js';
import { SecretKey } from './secret-key.js';

const FILE = 'secret.key';

/**
 * The secret that is set, or else the one in the data folder, which the first start makes.
 * @throws CannotRun when the file holds something else.
 */
export function openSecretKey({ secretKey, dataDir }: Config): SecretKey {
  return new SecretKey(Buffer.from(secretKey ?? readOrMake(join(dataDir, FILE), dataDir)));
}

function readOrMake(path: string, folder: string): string {
  const made = randomBytes(32).toString('base64url');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${made}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < 32) {
    throw new CannotRun(`${path} holds no secret. Put back the one of your backup.`);
  }
  return kept;
}
