import type { BoardHeading, BoardRow, BoardSnapshot } from '@bellwether/contracts';
import { hasPlace, isCounted, placedRows, type PlacedRow } from '@bellwether/ui';

/** Where somebody stands on a board, and who stands around. */
export interface OwnStanding {
  readonly heading: BoardHeading;
  /** Null while nothing of theirs counts, or too little for a place. */
  readonly row: PlacedRow | null;
  /** Their line where they have something and no place: a ratio of too few. */
  readonly unplaced: BoardRow | null;
  /** Best of all, of those who share the first place whoever got there first. */
  readonly leader: PlacedRow | null;
  /** Who comes right before, the nearest last. */
  readonly ahead: readonly PlacedRow[];
  /** Who comes right after, the nearest first. */
  readonly behind: readonly PlacedRow[];
  /** The next better score: the first of those who have it. */
  readonly next: PlacedRow | null;
  readonly ranked: number;
  /** How many could be on the board. */
  readonly roster: number;
}

const EACH_WAY = 2;
const LAST = Number.MAX_SAFE_INTEGER;

/** `around` are lines that reach beyond the snapshot's own, for somebody further down. */
export function ownStanding(
  { heading, rows, ranked, roster }: BoardSnapshot,
  id: number,
  around: readonly BoardRow[] = [],
): OwnStanding {
  const listed = joined(rows, around);
  const all = placedRows(listed);
  const index = all.findIndex((row) => row.id === id);
  const own = all[index];
  const row = own && isCounted(own) ? own : null;
  const nearest = row && all.filter(({ rank }) => rank < row.rank).at(-1);
  return {
    heading,
    row,
    unplaced: listed.find((one) => one.id === id && !hasPlace(one)) ?? null,
    leader: placedRows(rows)[0] ?? null,
    ahead: row ? all.slice(Math.max(0, index - EACH_WAY), index) : [],
    behind: row ? all.slice(index + 1, index + 1 + EACH_WAY) : [],
    next: (nearest && all.find(({ rank }) => rank === nearest.rank)) ?? null,
    ranked,
    roster: Math.max(roster, ranked),
  };
}

/** A board cut down to what a phone shows of it, small enough to be kept for every metric and period. */
export function trimmed(snapshot: BoardSnapshot, id: number, around: readonly BoardRow[] = []) {
  const { leader, ahead, behind, next } = ownStanding(snapshot, id, around);
  const own = joined(snapshot.rows, around).filter((row) => row.id === id);
  const rows = joined(
    [leader, next].filter((row) => row !== null),
    [...ahead, ...own, ...behind],
  );
  return { ...snapshot, rows };
}

/** Both stretches as one, best first; of two versions of a line the first stretch's is the newer. */
function joined(rows: readonly BoardRow[], more: readonly BoardRow[]): BoardRow[] {
  const known = new Set(rows.map(({ id }) => id));
  const added = more.filter(({ id }) => !known.has(id));
  if (added.length === 0 && more.length === 0) return [...rows];
  const byId = new Map([...rows, ...added].map((row) => [row.id, row]));
  return [...byId.values()].sort(
    (a, b) => (a.rank ?? LAST) - (b.rank ?? LAST) || a.reachedAt - b.reachedAt || a.id - b.id,
  );
}
