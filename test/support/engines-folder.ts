import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { startEngines } from '../../apps/server/src/engines/start-engines.js';
import { listeningLog } from './engines-listening-log.js';

/** A data folder that does not exist yet, and is gone after the test. */
export function newDataFolder(): string {
  const parent = newParent();
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}

/**
 * A data folder in which a server has run and was stopped. The tests of one file, which run one after
 * another, get the same one, as a server that is started again and again: making a database for each of
 * them would take most of their time.
 */
export function usedDataFolder(): Promise<string> {
  return (used ??= makeUsed());
}

let used: Promise<string> | undefined;

/** The same folder under another name, for the length of a test. */
export async function movedDataFolder(name: string): Promise<string> {
  const home = await usedDataFolder();
  const moved = join(newDataFolder(), name);
  mkdirSync(dirname(moved), { recursive: true });
  renameSync(home, moved);
  onTestFinished(() => renameSync(moved, home));
  return moved;
}

async function makeUsed(): Promise<string> {
  const dataDir = join(newParent(), 'data');
  const engines = await startEngines({ dataDir, port: 4321 }, listeningLog(), () => undefined);
  await engines.stop();
  return dataDir;
}

function newParent(): string {
  return mkdtempSync(join(inject('scratchFolder'), 'd-'));
}
