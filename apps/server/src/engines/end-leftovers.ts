import { setTimeout as pause } from 'node:timers/promises';
import { enginesIn } from './engines-in.js';
import type { Log } from './log.js';

export interface Leftovers {
  readonly name: string;
  readonly programs: readonly string[];
  /** The folder they work in. */
  readonly folder: string;
}

/**
 * Sees to it that no process of an earlier engine still works on the data. Whoever kept it is ending it, so
 * it gets `patienceMs` for it; then it is stopped.
 */
export async function endLeftovers(
  leftovers: Leftovers,
  patienceMs: number,
  log: Log,
): Promise<void> {
  if (await areGone(leftovers, patienceMs)) return;
  log.warn(`Stops ${leftovers.name}, left over from an earlier run`);
  signal(leftovers, 'SIGINT');
  if (await areGone(leftovers, 6_000)) return;
  signal(leftovers, 'SIGKILL');
  await areGone(leftovers, 2_000);
}

/**
 * Kills what outlived the main process of an engine: when that was killed, the others hear of it only
 * when they next look up from their work.
 */
export async function killLeftovers(leftovers: Leftovers): Promise<void> {
  if (await areGone(leftovers, 500)) return;
  signal(leftovers, 'SIGKILL');
  await areGone(leftovers, 2_000);
}

async function areGone({ folder, programs }: Leftovers, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  for (;;) {
    if (enginesIn(folder, programs).length === 0) return true;
    if (performance.now() > until) return false;
    await pause(25);
  }
}

function signal({ folder, programs }: Leftovers, name: 'SIGINT' | 'SIGKILL'): void {
  for (const pid of enginesIn(folder, programs)) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended between the look and the signal.
    }
  }
}
