import type { BoardRow } from '@bellwether/contracts';
import { placedRows } from './placed-row.js';
import { groundOf, layPodium, type PodiumSpot, type PodiumStage } from './podium-spot.js';

/** Hills carry three; the others stand in rows beside them. */
export const ON_HILLS = 3;
/** How many of these stand on hills: three, or as many as have a place. */
export function onHills(rows: readonly BoardRow[]): number {
  return Math.min(ON_HILLS, placedRows(rows).length);
}

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
  const top = placedRows(rows).slice(0, ON_HILLS);
  const stage = { wide: rows.length === top.length, strip };
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
