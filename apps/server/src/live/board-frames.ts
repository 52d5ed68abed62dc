import type { BoardReply, BoardRow } from '@bellwether/contracts';

export interface FrameChanges {
  readonly rows: BoardRow[];
  readonly removed: number[];
  readonly ranked: number;
  readonly unranked: number;
  readonly roster: number;
}

/** What a screen that shows `before` must change to show `after`; undefined when nothing. */
export function changesBetween(before: BoardReply, after: BoardReply): FrameChanges | undefined {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const rows = after.rows.filter((row) => {
    const old = known.get(row.id);
    known.delete(row.id);
    return !old || isChanged(old, row);
  });
  const removed = [...known.keys()];
  const { ranked, unranked, roster } = after;
  const isSame =
    rows.length === 0 &&
    removed.length === 0 &&
    ranked === before.ranked &&
    unranked === before.unranked &&
    roster === before.roster;
  return isSame ? undefined : { rows, removed, ranked, unranked, roster };
}

function isChanged(a: BoardRow, b: BoardRow): boolean {
  return (
    a.score !== b.score ||
    a.ownScore !== b.ownScore ||
    a.rank !== b.rank ||
    a.tied !== b.tied ||
    a.reachedAt !== b.reachedAt ||
    a.gap !== b.gap ||
    a.short?.has !== b.short?.has ||
    a.short?.needs !== b.short?.needs ||
    a.rankAtDayStart !== b.rankAtDayStart ||
    a.name !== b.name ||
    a.shortName !== b.shortName ||
    a.photoUrl !== b.photoUrl ||
    a.team?.id !== b.team?.id ||
    a.team?.name !== b.team?.name ||
    a.parts?.numerator !== b.parts?.numerator ||
    a.parts?.denominator !== b.parts?.denominator
  );
}
