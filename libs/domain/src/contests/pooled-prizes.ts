import { allocate } from '../measures/allocate.js';

/** Somebody in a standing where equal scores share the place: 1, 2, 2, 4. */
export interface Placed {
  readonly rank: number;
  readonly name: string;
}

/**
 * What each wins, in minor units, where the prizes are those of the places 1, 2, … in their order. Who ties shares the
 * prizes of all places that they take together; what cannot be shared evenly goes a cent each to the first by name.
 * All prizes that somebody has a place for are paid, to the cent.
 */
export function pooledPrizes<P extends Placed>(
  standing: readonly P[],
  prizes: readonly number[],
): ReadonlyMap<P, number> {
  const paid = new Map<P, number>();
  for (const rank of new Set(standing.map((one) => one.rank))) {
    const tied = standing
      .filter((one) => one.rank === rank)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const pool = prizes
      .slice(rank - 1, rank - 1 + tied.length)
      .reduce((sum, prize) => sum + prize, 0);
    const parts = allocate(
      pool,
      tied.map(() => 1),
    );
    for (const [index, one] of tied.entries()) paid.set(one, parts[index] ?? 0);
  }
  return paid;
}
