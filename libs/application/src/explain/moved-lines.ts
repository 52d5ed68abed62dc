import type { LineSeen, Ranked, Standing } from '@bellwether/domain';
import { detailFor, maySeeLine, ownLine } from '@bellwether/domain';
import type { OpenedBoard } from '../boards/see-board.js';
import { ownerOfLine } from './member-of-board.js';
import type { AskedBoard } from './standing-as-of.js';

/** A score and the place that goes with it; null where somebody had none, or where it is not told. */
export interface HeldPlace {
  readonly rank: number | null;
  readonly score: number | null;
}

export interface Moved {
  readonly id: number;
  readonly name: string;
  readonly before: HeldPlace;
  readonly now: HeldPlace;
}

/** Somebody's line of a standing. */
export function placeOf(standing: readonly Ranked<Standing>[], member: number): HeldPlace {
  const line = standing.find(({ id }) => id === member);
  return { rank: line?.rank ?? null, score: line?.score ?? null };
}

/** A line of a standing as somebody sees it. */
interface SeenPlace extends HeldPlace {
  readonly name: string;
}

/** The lines of a standing that are for whoever asks; where values are kept from them, places alone. */
export function seenOf(
  standing: readonly Ranked<Standing>[],
  { board, directory }: Pick<AskedBoard, 'board' | 'directory'>,
  { privacy, viewer }: Pick<OpenedBoard, 'privacy' | 'viewer'>,
): ReadonlyMap<number, SeenPlace> {
  const own = ownLine(viewer, board);
  const ownAt = standing.findIndex(({ id }) => id === own);
  const tellsValues = detailFor(privacy, viewer) === 'value';
  const seen = new Map<number, SeenPlace>();
  for (const [at, { id, name, rank, score }] of standing.entries()) {
    const line: LineSeen = {
      id,
      teamId: ownerOfLine(board, id, directory).teamId,
      rank,
      position: at,
      fromOwn: ownAt < 0 ? null : Math.abs(at - ownAt),
    };
    if (!maySeeLine(privacy, viewer, board, line)) continue;
    const told = tellsValues || id === own ? score : null;
    seen.set(id, { name, rank, score: told });
  }
  return seen;
}

const NO_PLACE: HeldPlace = { rank: null, score: null };

/** By the place of now; whoever has none any more comes last. */
export function movedBetween(
  before: ReadonlyMap<number, SeenPlace>,
  after: ReadonlyMap<number, SeenPlace>,
): readonly Moved[] {
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  return ids.flatMap((id): Moved[] => {
    const earlier = before.get(id);
    const now = after.get(id);
    if (earlier?.rank === now?.rank && earlier?.score === now?.score) return [];
    const { name = '' } = now ?? earlier ?? {};
    return [{ id, name, before: bare(earlier), now: bare(now) }];
  });
}

function bare(place: HeldPlace | undefined): HeldPlace {
  return place ? { rank: place.rank, score: place.score } : NO_PLACE;
}
