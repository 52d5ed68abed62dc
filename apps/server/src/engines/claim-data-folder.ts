import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { rmSync, statSync, utimesSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { CannotRun } from '../start/cannot-run.js';
import { BEAT_MS, describeClaim, isHeld, ownClaim, readClaim, writeClaim } from './claim.js';

export interface DataFolder {
  readonly path: string;
  /** Lets the next process have the folder. Done by itself when this process exits. */
  release(): void;
}

/**
 * Makes this process the one owner of a data folder, or throws.
 *
 * Claims are numbered files, and the highest number counts. A claim is placed by `link`, which fails
 * when the number is taken, and the highest one is never deleted, only followed by a higher one. So
 * two processes that find the same dead owner cannot both become its successor, which deleting a
 * stale lock file would allow.
 */
export async function claimDataFolder(path: string): Promise<DataFolder> {
  const claims = openClaims(path);
  const own = ownClaim();
  const draft = join(claims, own.id);
  writeClaim(draft, own);
  const file = await place(draft, claims, path).finally(() => rmSync(draft, { force: true }));
  const beating = setInterval(() => beat(file), BEAT_MS).unref();

  const release = (): void => {
    process.off('exit', release);
    clearInterval(beating);
    // Nothing is to be released in a folder that was deleted under us.
    if (!existsSync(file)) return;
    writeClaim(draft, { ...own, released: true });
    renameSync(draft, file);
  };
  process.on('exit', release);
  return { path, release };
}

function openClaims(path: string): string {
  const claims = join(path, 'claims');
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!isOursOrEmpty(path)) {
      throw new CannotRun(
        `The folder ${path} holds other files. Set BELLWETHER_DATA_DIR to an empty or a new folder.`,
      );
    }
    chmodSync(path, 0o700);
    mkdirSync(claims, { recursive: true, mode: 0o700 });
    refuseOtherUsers(claims, path);
    return claims;
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(
      `The data folder ${path} cannot be used by ${userInfo().username} (${(error as Error).message}). ` +
        'Give it to this user, or set BELLWETHER_DATA_DIR to another folder.',
    );
  }
}

/** Root may open it, but what root leaves in it would shut its user out. */
function refuseOtherUsers(claims: string, path: string): void {
  const { uid } = statSync(claims);
  if (uid === process.getuid?.()) return;
  throw new CannotRun(
    `The data folder ${path} belongs to the user with number ${uid}. ` +
      'Start as that user, or set BELLWETHER_DATA_DIR to another folder.',
  );
}

/** It may also hold data folders of ours, such as the demo's. */
function isOursOrEmpty(path: string): boolean {
  const names = readdirSync(path);
  return (
    names.includes('claims') ||
    names.every(
      (name) =>
        name.startsWith('.') || name === 'lost+found' || existsSync(join(path, name, 'claims')),
    )
  );
}

async function place(draft: string, claims: string, path: string): Promise<string> {
  for (;;) {
    const newest = highest(claims);
    await refuseIfHeld(join(claims, String(newest)), path);
    const file = join(claims, String(newest + 1));
    if (!linked(draft, file)) continue;
    if (highest(claims) === newest + 1) {
      for (const older of numbers(claims).filter((number) => number <= newest)) {
        rmSync(join(claims, String(older)), { force: true });
      }
      return file;
    }
    // Our number had been used and superseded while we looked: it was not ours to take.
    rmSync(file, { force: true });
  }
}

async function refuseIfHeld(file: string, path: string): Promise<void> {
  const owner = readClaim(file);
  if (owner === null || !(await isHeld(owner, file))) return;
  throw new CannotRun(
    `The data folder ${path} is in use by ${describeClaim(owner)}. ` +
      'Stop it, or set BELLWETHER_DATA_DIR to another folder.',
  );
}

function highest(claims: string): number {
  return Math.max(0, ...numbers(claims));
}

function numbers(claims: string): number[] {
  return readdirSync(claims)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function beat(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was deleted under us; the engines will say so louder.
  }
}
