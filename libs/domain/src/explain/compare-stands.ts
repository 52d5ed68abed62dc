import type { Instant } from '../ids.js';
import type { Direction } from '../boards/rank-standings.js';

/** Where somebody stands: without a score there is no place. */
export interface Stand {
  readonly score: number | null;
  /** When the score became what it is; null when that is not known. */
  readonly reachedAt: Instant | null;
}

/** Why one of two stands where they stand, seen from the first. */
export type Verdict =
  | {
      readonly kind: 'ahead' | 'behind';
      /** How far apart they are, in the metric's smallest part; more than 0. */
      readonly by: number;
    }
  /** The same score is the same place. Who got there first is shown first. */
  | { readonly kind: 'level'; readonly first: 'own' | 'other' | null }
  /** Without a score there is no place: the one of them, or both. */
  | { readonly kind: 'unplaced'; readonly who: 'own' | 'other' | 'both' };

/** Tells two stands apart by the rule that ranks them. */
export function compareStands(own: Stand, other: Stand, direction: Direction): Verdict {
  if (own.score === null || other.score === null) {
    const who = own.score !== null ? 'other' : other.score !== null ? 'own' : 'both';
    return { kind: 'unplaced', who };
  }
  if (own.score === other.score) return { kind: 'level', first: firstOf(own, other) };
  const isAhead = direction === 'higher' ? own.score > other.score : own.score < other.score;
  return { kind: isAhead ? 'ahead' : 'behind', by: Math.abs(own.score - other.score) };
}

function firstOf(own: Stand, other: Stand): 'own' | 'other' | null {
  if (own.reachedAt === null || other.reachedAt === null) return null;
  if (own.reachedAt === other.reachedAt) return null;
  return own.reachedAt < other.reachedAt ? 'own' : 'other';
}
