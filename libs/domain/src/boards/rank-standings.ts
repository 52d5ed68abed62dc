import type { Instant } from '../ids.js';

export interface Standing {
  /** A person's or a team's id. */
  readonly id: number;
  readonly name: string;
  readonly score: number;
  /** When the score became what it is. */
  readonly reachedAt: Instant;
}

export type Ranked<S extends Standing> = S & {
  /** Standard competition ranking: 1, 2, 2, 4. */
  readonly rank: number;
  readonly tied: boolean;
};

export type Direction = 'higher' | 'lower';

/** Orders standings best first and numbers their places. Equal scores share the place. */
export function rankStandings<S extends Standing>(
  standings: readonly S[],
  direction: Direction,
  /** How many stand ahead of the first of these, when they are cut out of a longer board. */
  ahead = 0,
): Ranked<S>[] {
  const ordered = standings.toSorted((a, b) => byPlace(a, b, direction));
  const ranked: Ranked<S>[] = [];
  for (const [index, standing] of ordered.entries()) {
    const before = ranked.at(-1);
    const sharesPlace = before?.score === standing.score;
    const tied = sharesPlace || ordered[index + 1]?.score === standing.score;
    ranked.push({ ...standing, rank: sharesPlace ? before.rank : ahead + index + 1, tied });
  }
  return ranked;
}

/** A total order. Inside a tie, for display only, who reached it first; then by name. */
function byPlace(a: Standing, b: Standing, direction: Direction): number {
  const byScore = direction === 'higher' ? b.score - a.score : a.score - b.score;
  return byScore || a.reachedAt - b.reachedAt || compareText(a.name, b.name) || a.id - b.id;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
