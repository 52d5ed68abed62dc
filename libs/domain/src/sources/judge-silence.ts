import type { Instant } from '../ids.js';
import { WORKING_DAY_MS, workingTimeBetween } from '../time/working-time.js';

const MINUTE_MS = 60_000;
/** Whoever sends all the time may rest for this long. */
const LEAST_MS = 30 * MINUTE_MS;
/** Whoever sends rarely is asked for after this long. */
const MOST_MS = 2 * WORKING_DAY_MS;
/** Fewer pauses than this are no rhythm yet. */
const FEWEST_PAUSES = 8;
/** How much longer than its usual longest pause is silence. */
const FACTOR = 3;

export interface SendingFacts {
  /** Moments at which it sent, oldest first; what lies close together may be one. */
  readonly sentAt: readonly Instant[];
  /** Working time without a word that somebody set; null is by its own rhythm, 0 is never. */
  readonly silentAfterMs: number | null;
  readonly timeZone: string;
  readonly now: Instant;
}

export interface Silence {
  /** Working time since it sent last. */
  readonly forMs: number;
  /** Working time after which it counts as silent; null when nobody is to be told. */
  readonly afterMs: number | null;
  readonly isSilent: boolean;
}

/**
 * Whether a source that used to send has fallen silent: in working time, so that nights and weekends
 * are no silence, and by its own rhythm, so that a quiet source may be quiet. Null when it never sent.
 */
export function judgeSilence({
  sentAt,
  silentAfterMs,
  timeZone,
  now,
}: SendingFacts): Silence | null {
  const last = sentAt.at(-1);
  if (last === undefined) return null;
  const forMs = workingTimeBetween(last, now, timeZone);
  if (silentAfterMs === 0) return { forMs, afterMs: null, isSilent: false };
  const afterMs = silentAfterMs ?? rhythmOf(sentAt, timeZone);
  return { forMs, afterMs, isSilent: forMs > afterMs };
}

/** Nearly all of its pauses are shorter than a third of this. */
function rhythmOf(sentAt: readonly Instant[], timeZone: string): number {
  const pauses = sentAt
    .slice(1)
    .map((at, index) => workingTimeBetween(sentAt[index] ?? at, at, timeZone))
    .filter((pause) => pause > 0)
    .sort((a, b) => a - b);
  // One working day, as long as it is hardly known.
  if (pauses.length < FEWEST_PAUSES) return WORKING_DAY_MS;
  const usual = pauses[Math.floor(pauses.length * 0.95)] ?? 0;
  return Math.min(Math.max(usual * FACTOR, LEAST_MS), MOST_MS);
}
