import type { BoardRow } from '@bellwether/contracts';

/** A row with everything filled in, for specs that care about two fields of it. */
export function boardRow(row: Partial<BoardRow> & Pick<BoardRow, 'id'>): BoardRow {
  return {
    name: `Person ${row.id}`,
    shortName: `P${row.id}`,
    photoUrl: null,
    team: null,
    rank: row.id,
    tied: false,
    score: 100_000 - row.id * 1_000,
    parts: null,
    reachedAt: row.id,
    gap: row.id === 1 ? null : 1_000,
    rankAtDayStart: row.id,
    ...row,
  };
}
