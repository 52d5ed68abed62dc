import { secondsToEqual } from './equal-again.js';
import type { FaultFloor } from './floor.js';
import type { FaultRun } from './results.js';

/**
 * The promise is ten seconds, and `npm run faults` holds it to that. Among all other tests, on a machine
 * that may be busy with anything, only what is several times as slow is a fault of ours.
 */
const SECONDS = Number(process.env['FAULT_SECONDS'] ?? 30);

/** What is promised after every fault. */
export const UNHARMED = { lost: 0, doubled: 0, isEqualInTime: true } as const;

/** Waits until everything is the same again since the fault was over, and notes what it has done. */
export async function observe(
  fault: string,
  floor: FaultFloor,
  since: number,
  runs: FaultRun[],
): Promise<Readonly<Record<keyof typeof UNHARMED, unknown>>> {
  const seconds = await secondsToEqual(floor, since);
  const { lost, doubled } = await floor.damage();
  runs.push({ fault, lost, doubled, secondsToEqual: seconds });
  return { lost, doubled, isEqualInTime: seconds <= SECONDS };
}
