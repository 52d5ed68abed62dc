import type { Instant } from '../ids.js';
import type { OrderOf } from './board-order.js';
import { WITHOUT_PLACE } from './board-order.js';

export interface Standing {
  /** A person's or a team's id. */
  readonly id: number;
  readonly name: string;
  readonly score: number;
  /** When the score became what it is. */
  readonly reachedAt: Instant;
}

export type Ranked<S extends Standing> = S & {
  /** Standard competition ranking: 1, 2, 2, 4. Null without a place. */
  readonly rank: number | null;
  readonly tied: boolean;
};

export type Direction = 'higher' | 'lower';

/**
 * Orders standings best first and numbers their places. Who stands equal shares the place; who has none
 * comes after all who have one.
 */
export function rankStandings<S extends Standing>(
  standings: readonly S[],
  orderOf: OrderOf<S>,
  /** How many stand ahead of the first of these, when they are cut out of a longer board. */
  ahead = 0,
): Ranked<S>[] {
  const ordered = standings
    .map((standing) => ({ standing, order: orderOf(standing) }))
    .sort((a, b) => a.order - b.order || insideTie(a.standing, b.standing));
  const ranked: Ranked<S>[] = [];
  for (const [index, { standing, order }] of ordered.entries()) {
    if (order >= WITHOUT_PLACE) {
      ranked.push({ ...standing, rank: null, tied: false });
      continue;
    }
    const sharesPlace = ordered[index - 1]?.order === order;
    const tied = sharesPlace || ordered[index + 1]?.order === order;
    const rank = sharesPlace ? (ranked.at(-1)?.rank ?? null) : ahead + index + 1;
    ranked.push({ ...standing, rank, tied });
  }
  return ranked;
}

/** For display only: who reached it first; then by name. */
function insideTie(a: Standing, b: Standing): number {
  return a.reachedAt - b.reachedAt || compareText(a.name, b.name) || a.id - b.id;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
