/** The same delivery next in line for this long: nobody scores. */
const STALLED_MS = 30_000;

/** Which delivery was next when it was looked, and since when it has been. */
export interface Progress {
  readonly next: number | null;
  /** Milliseconds of a clock that never steps. */
  readonly since: number;
  readonly state: 'ok' | 'stalled';
}

/** What another look at the queue says: whether it moved since the look `before`. */
export function judgeProgress(
  before: Progress | undefined,
  next: number | null,
  now: number,
): Progress {
  if (next === null || before?.next !== next) return { next, since: now, state: 'ok' };
  const { since } = before;
  return { next, since, state: now - since >= STALLED_MS ? 'stalled' : 'ok' };
}
