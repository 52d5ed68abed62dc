import type { Instant } from '../ids.js';
import type { Silence } from './judge-silence.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** What arrived within this is fresh, whatever the rhythm. */
const FRESH_MS = 15 * MINUTE_MS;

/** How a source is doing, in one word. */
export type SourceState = 'waiting' | 'fresh' | 'quiet' | 'failing' | 'silent' | 'paused';

export interface SourceFacts {
  readonly paused: boolean;
  /** When it sent last; null when it never did. */
  readonly lastAt: Instant | null;
  /** When a request for it was refused last. */
  readonly refusedAt: Instant | null;
  readonly silence: Silence | null;
  readonly now: Instant;
}

/** The first that is true, and the one that somebody should know first. */
export function stateOfSource({
  paused,
  lastAt,
  refusedAt,
  silence,
  now,
}: SourceFacts): SourceState {
  if (paused) return 'paused';
  // The latest that came was refused: whoever sends does not get through.
  if (refusedAt !== null && refusedAt > (lastAt ?? 0) && now - refusedAt < DAY_MS) return 'failing';
  if (lastAt === null) return 'waiting';
  if (silence?.isSilent) return 'silent';
  return now - lastAt < FRESH_MS ? 'fresh' : 'quiet';
}
