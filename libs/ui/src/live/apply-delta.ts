import type { BoardDelta, BoardRow, BoardSnapshot, Watched } from '@bellwether/contracts';

/** A board as a screen should now show it, or `'missed'` when only a new snapshot can tell. */
export function applyDelta(
  board: Watched<BoardSnapshot>,
  delta: BoardDelta,
): Watched<BoardSnapshot> | 'missed' {
  if (delta.epoch !== board.epoch) return 'missed';
  if (delta.revision <= board.revision) return board;
  if (delta.revision > board.revision + 1) return 'missed';
  const { changes, freshness } = delta;
  const rows = new Map<number, BoardRow>(board.snapshot.rows.map((row) => [row.id, row]));
  for (const id of changes.removed) rows.delete(id);
  for (const row of changes.rows) rows.set(row.id, row);
  return {
    epoch: board.epoch,
    revision: delta.revision,
    snapshot: {
      heading: board.snapshot.heading,
      rows: [...rows.values()].sort(bestFirst),
      ranked: changes.ranked,
      unranked: changes.unranked,
      roster: changes.roster,
      freshness,
    },
  };
}

/**
 * The server's order: inside a shared place, who got there first stands first; then by name. Without a
 * place, who has most of what it needs.
 */
function bestFirst(a: BoardRow, b: BoardRow): number {
  return byRank(a, b) || a.reachedAt - b.reachedAt || compareText(a.name, b.name) || a.id - b.id;
}

function byRank(a: BoardRow, b: BoardRow): number {
  if (a.rank === null && b.rank === null) return (b.short?.has ?? 0) - (a.short?.has ?? 0);
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
}

/** As everywhere: by the units of the text, whatever the language of the screen. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
