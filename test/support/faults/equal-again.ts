import type { FaultFloor } from './floor.js';

/** Longer than allowed, so that a test can say by how much. */
const PATIENCE_MS = 40_000;

/** Seconds from `since` (of `performance.now()`) until everything is the same again. */
export async function secondsToEqual(floor: FaultFloor, since: number): Promise<number> {
  await floor.sender.sendRest();
  for (;;) {
    const missing = await floor.missing();
    const seconds = (performance.now() - since) / 1_000;
    if (missing === undefined) return seconds;
    if (seconds * 1_000 > PATIENCE_MS)
      throw new Error(`Not equal after ${seconds.toFixed(0)} s: ${missing}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
