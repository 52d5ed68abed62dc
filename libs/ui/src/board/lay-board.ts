import type { BoardRow } from '@bellwether/contracts';
import { groundOf, layPodium, type PodiumSpot, type PodiumStage } from './podium-spot.js';

/** Hills carry three; the others stand in rows beside them. */
export const ON_HILLS = 3;
/** Between two rows. */
export const ROW_GAP = 6;
const ABOVE_GROUND = 9;

/** Where everything of a board stands, in the 1920 × 1080 of the wall. */
export interface BoardLayout {
  readonly stage: PodiumStage;
  readonly ground: number;
  readonly spots: readonly PodiumSpot[];
  /** The ribbon on each hill: `null` without a team, `undefined` for an empty hill. */
  readonly ribbons: readonly (number | null | undefined)[];
  /** Where the land ends in front of the rows; null when it runs across the wall. */
  readonly edge: number | null;
  readonly rowHeight: number;
}

export function layBoard(rows: readonly BoardRow[], strip: boolean): BoardLayout {
  const stage = { wide: rows.length <= ON_HILLS, strip };
  const top = rows.slice(0, ON_HILLS);
  const spots = layPodium(
    top.map(({ rank }) => rank),
    stage,
  );
  return {
    stage,
    ground: groundOf(stage),
    spots,
    ribbons: spots.map((_, index) => (top[index] ? (top[index].team?.ribbon ?? null) : undefined)),
    edge: stage.wide ? null : 1098,
    rowHeight: strip ? 73 : 82,
  };
}

/** The place of `count` rows that stand on the ground, for `.board-rows`. */
export function placeOfRows({ ground, rowHeight }: BoardLayout, count: number): string {
  const height = count * (rowHeight + ROW_GAP) - ROW_GAP;
  return `--top:${ground - ABOVE_GROUND - height};--rows:${height}`;
}
