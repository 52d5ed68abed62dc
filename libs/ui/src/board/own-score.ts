import type { BoardRow } from '@bellwether/contracts';

/** Somebody's own score, in the metric's own unit also where the board tells no values; null for too few. */
export function ownScore(row: Pick<BoardRow, 'score' | 'ownScore'>): number | null {
  return row.ownScore ?? row.score;
}
