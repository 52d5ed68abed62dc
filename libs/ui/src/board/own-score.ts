import type { BoardRow } from '@bellwether/contracts';

/** Somebody's own score, in the metric's own unit also where the board tells no values. */
export function ownScore(row: Pick<BoardRow, 'score' | 'ownScore'>): number {
  return row.ownScore ?? row.score;
}
