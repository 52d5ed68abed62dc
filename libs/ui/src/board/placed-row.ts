import type { BoardRow } from '@bellwether/contracts';

/** A row with a place, and so with a score. */
export type PlacedRow = BoardRow & { readonly rank: number; readonly score: number };

export function hasPlace(row: BoardRow): row is PlacedRow {
  return row.rank !== null && row.score !== null;
}

/** Those with a place come first. */
export function placedRows(rows: readonly BoardRow[]): readonly PlacedRow[] {
  return rows.filter(hasPlace);
}

/** `3`, `3=` where it is shared, a dash without a place. */
export function placeMark({ rank, tied }: Pick<BoardRow, 'rank' | 'tied'>): string {
  return rank === null ? '–' : `${rank}${tied ? '=' : ''}`;
}
