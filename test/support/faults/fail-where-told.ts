import { writeSync } from 'node:fs';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { FailPoint, OnStep } from '../../../apps/server/src/fail-points/fail-points.js';
import { FAIL_POINTS } from '../../../apps/server/src/fail-points/fail-points.js';

/** What a test tells the server by its channel. */
export interface Failure {
  readonly point: FailPoint;
  /** At which time that it comes there, from now on. */
  readonly time: number;
  /** Dead at once, or still until it is told to go on (SIGCONT). */
  readonly by: 'SIGKILL' | 'SIGSTOP';
}

const SHARED = 'failure';
const SIGNALS = ['SIGKILL', 'SIGSTOP'] as const;
const UNTOLD = -1;

/** What was told last: the point's number, how often it may still be passed, and the signal's number. */
type Told = Int32Array<SharedArrayBuffer>;

/** Hears from the test where to fail, for all threads: whichever comes there fails. */
export function shareFailures(): void {
  const told: Told = new Int32Array(new SharedArrayBuffer(3 * 4)).fill(UNTOLD);
  setEnvironmentData(SHARED, told);
  process.on('message', ({ failure }: { failure?: Failure }) => {
    if (!failure) return;
    Atomics.store(told, 1, failure.time);
    Atomics.store(told, 2, SIGNALS.indexOf(failure.by));
    Atomics.store(told, 0, FAIL_POINTS.indexOf(failure.point));
    process.send?.({ armed: failure.point });
  });
}

/** Lets the process fail where and when a test has told it. */
export function failWhereTold(): OnStep {
  const told = getEnvironmentData(SHARED) as Told;
  return (point) => {
    if (Atomics.load(told, 0) !== FAIL_POINTS.indexOf(point)) return;
    if (Atomics.sub(told, 1, 1) !== 1) return;
    const by = SIGNALS[Atomics.load(told, 2)] ?? 'SIGKILL';
    Atomics.store(told, 0, UNTOLD);
    // In one write, and before the end: what was said is what happened.
    writeSync(1, `${JSON.stringify({ failing: point, at: Date.now() })}\n`);
    process.kill(process.pid, by);
  };
}
