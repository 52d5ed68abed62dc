import {
  createReadStream,
  createWriteStream,
  existsSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CannotRun } from '../start/cannot-run.js';

/** For one person's eyes: the file holds secrets. */
const MODE = 0o600;

/**
 * Packs and writes a backup under another name, and renames it once it is whole and on disk.
 * Answers how many bytes it has.
 * @throws CannotRun when there is such a file, or none can be written there.
 */
export async function writeBackupFile(
  path: string,
  chunks: AsyncIterable<Buffer>,
): Promise<number> {
  if (existsSync(path)) throw new CannotRun(`${path} is there already; take another name`);
  const part = `${path}.part`;
  try {
    await pipeline(
      Readable.from(chunks),
      createGzip({ level: 6 }),
      createWriteStream(part, { mode: MODE, flags: 'wx' }),
    );
    await toDisk(part);
    renameSync(part, path);
    return statSync(path).size;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Another one writes it, or left it behind: it is not ours to take away.
    if (code !== 'EEXIST') rmSync(part, { force: true });
    if (syscall === undefined) throw error;
    throw new CannotRun(`Cannot write ${part} (${code})`);
  }
}

/**
 * The bytes of a backup, unpacked.
 * @throws CannotRun when there is no such file.
 */
export function readBackupFile(path: string): AsyncIterable<Buffer> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new CannotRun(`There is no file ${path}`);
  }
  const unpacked = createGunzip();
  // Whoever reads hears of a failure through what they read.
  pipeline(createReadStream(path), unpacked).catch(() => undefined);
  return unpacked;
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
