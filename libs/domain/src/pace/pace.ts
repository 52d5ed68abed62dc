/** How far somebody has come, and how much of their working time has gone. */
export interface Progress {
  readonly actual: number;
  /** For the days on which they are there; 0 for who is exempt. */
  readonly target: number;
  /** Working days that are over; a part of one counts as that part. */
  readonly elapsed: number;
  readonly total: number;
}

/** Nothing is rounded. What cannot be said is null, and never infinite. */
export interface Pace {
  readonly state: 'not-started' | 'running' | 'over';
  readonly expected: number | null;
  /** Actual over expected: 1 is as planned. */
  readonly pace: number | null;
  /** On each working day that is left; 0 when the target is met. */
  readonly neededPerDay: number | null;
  /** Where it ends if it goes on like this. */
  readonly projection: number | null;
}

/** The first minutes of a day tell nothing: less than a hundredth of it counts as not started. */
const LEAST = 0.01;

/** What was won on a day off counts in `actual`, though that day is no working day that has gone. */
export function paceOf({ actual, target, elapsed, total }: Progress): Pace {
  const gone = elapsed < LEAST ? 0 : Math.min(elapsed, total);
  const state = gone >= total ? 'over' : gone > 0 ? 'running' : 'not-started';
  const expected = total > 0 && target > 0 ? (target * gone) / total : null;
  return {
    state,
    expected,
    pace: expected === null || expected === 0 ? null : actual / expected,
    neededPerDay:
      state === 'over' || target <= 0 ? null : Math.max(0, target - actual) / (total - gone),
    projection: gone > 0 ? (actual / gone) * total : null,
  };
}
