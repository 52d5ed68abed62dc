import { writeSync } from 'node:fs';
import type { FailPoint, OnStep } from '../../../apps/server/src/fail-points/fail-points.js';

/** What a test tells the server by its channel. */
export interface Failure {
  readonly point: FailPoint;
  /** At which time that it comes there, from now on. */
  readonly time: number;
  /** Dead at once, or still until it is told to go on (SIGCONT). */
  readonly by: 'SIGKILL' | 'SIGSTOP';
}

/** Lets the process fail where and when a test has told it. */
export function failWhereTold(): OnStep {
  let told: Failure | undefined;
  let times = 0;
  process.on('message', ({ failure }: { failure?: Failure }) => {
    if (!failure) return;
    told = failure;
    times = 0;
    process.send?.({ armed: failure.point });
  });
  return (point) => {
    if (told?.point !== point || (times += 1) < told.time) return;
    const { by } = told;
    told = undefined;
    // In one write, and before the end: what was said is what happened.
    writeSync(1, `${JSON.stringify({ failing: point, at: Date.now() })}\n`);
    process.kill(process.pid, by);
  };
}
