import type { Instant } from '../../ids.js';
import type { TieBreak } from '../rules/tie-break.js';

/** What is asked of two who are to be placed. */
export interface Placed {
  readonly index: number;
  /** Who does not qualify stands below all who do. */
  readonly qualifies: boolean;
  readonly score: number;
  readonly reachedAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly quantityOf: (metric: string) => number;
}

/** Below 0 when `a` stands ahead of `b`; 0 when they share the place. */
export function byPlace(a: Placed, b: Placed, tieBreaks: readonly TieBreak[]): number {
  if (a.qualifies !== b.qualifies) return a.qualifies ? -1 : 1;
  return b.score - a.score || byTieBreaks(a, b, tieBreaks);
}

/** Who of two with the same score stands ahead. */
export function byTieBreaks(a: Placed, b: Placed, tieBreaks: readonly TieBreak[]): number {
  for (const tieBreak of tieBreaks) {
    if (tieBreak.kind === 'share') return 0;
    const difference = broken(a, b, tieBreak);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A total order for what has to stand one below the other: who was there first, then as in the roster. */
export function inOrder(a: Placed, b: Placed, tieBreaks: readonly TieBreak[]): number {
  return byPlace(a, b, tieBreaks) || earlier(a.reachedAt, b.reachedAt) || a.index - b.index;
}

function broken(a: Placed, b: Placed, tieBreak: Exclude<TieBreak, { kind: 'share' }>): number {
  switch (tieBreak.kind) {
    case 'first-to-reach':
      return earlier(a.reachedAt, b.reachedAt);
    case 'more-of':
      return b.quantityOf(tieBreak.metric) - a.quantityOf(tieBreak.metric);
    case 'earlier-last-entry':
      return earlier(a.lastAt, b.lastAt);
  }
}

/** Who never was is behind who was. */
function earlier(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

/** Numbers places so that equals share one: 1, 2, 2, 4. `ordered` is best first. */
export function placesOf<T>(
  ordered: readonly T[],
  sharePlace: (a: T, b: T) => boolean,
): readonly { readonly one: T; readonly rank: number; readonly tied: boolean }[] {
  const ranks: number[] = [];
  for (const [index, one] of ordered.entries()) {
    const before = ordered[index - 1];
    const shares = index > 0 && sharePlace(before as T, one);
    ranks.push(shares ? (ranks[index - 1] as number) : index + 1);
  }
  return ordered.map((one, index) => {
    const rank = ranks[index] as number;
    return { one, rank, tied: ranks[index - 1] === rank || ranks[index + 1] === rank };
  });
}
