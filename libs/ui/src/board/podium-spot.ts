import type { Hill } from './hill-curve.js';

/** One hill of the podium and where everything on it stands, in the 1920 × 1080 of the wall. */
export interface PodiumSpot {
  readonly hill: Hill;
  readonly face: { readonly x: number; readonly y: number; readonly size: number };
  readonly text: {
    readonly x: number;
    readonly y: number;
    /** Room for the name, close under the crest. */
    readonly nameWidth: number;
    /** Room for the number. */
    readonly width: number;
    /** Room for the line below it, where the leader's flank comes near. */
    readonly lineWidth: number;
  };
  readonly stamp: { readonly x: number; readonly y: number };
  /** Sizes of the number, the wanted one first. */
  readonly valueSizes: readonly number[];
}

export interface PodiumStage {
  /** Over the whole wall, when nobody stands beside it. */
  readonly wide: boolean;
  /** Whether a strip of teams lies below. */
  readonly strip: boolean;
}

/** How large the leader's face is. Others' are the same, scaled. */
export const LEADER_FACE = 176;

const CREST = 360;
const SIDE_X = [580, 228, 950];
const WIDE_X = [960, 452, 1468];
const SIDE_WIDTH = [266.5, 233.5, 228.8];
const WIDE_WIDTH = [318, 280, 274];
const SIDE_TEXT = [420, 238, 238];
const WIDE_TEXT = [520, 400, 400];
const SIDE_NAME = [316, 232, 232];
const WIDE_NAME = [380, 290, 290];
const SIDE_LINE = [400, 204, 204];
const WIDE_LINE = [460, 360, 360];
/** A hill as high as the leader's is as broad-shouldered. */
const SHARED_LEAD_WIDER = 24;
/** How much lower than the leader a place stands. Equal places stand equally high. */
const BELOW_LEADER = [0, 114, 172];
const EMPTY_HILL_DROP = 90;
const EMPTY_RANGE_DROP = 240;
/** Numbers at the foot stand a little outwards, towards the visible half of their hill. */
const STAMP_OUT = [0, -40, 40];

/** Where the ground begins under the hills. */
export function groundOf(stage: PodiumStage): number {
  return stage.strip ? 900 : 984;
}

/**
 * Lays out the hills in the order second, first, third. `ranks` are the places of the first three rows;
 * what has no row is a low, empty hill.
 */
export function layPodium(ranks: readonly number[], stage: PodiumStage): PodiumSpot[] {
  return [0, 1, 2].map((index) => spot(index, ranks[index], ranks.length, stage));
}

/** An empty hill beside people lies back; a whole empty range lies low under its sky. */
function emptyDrop(rank: number | undefined, taken: number): number {
  if (rank !== undefined) return 0;
  return taken === 0 ? EMPTY_RANGE_DROP : EMPTY_HILL_DROP;
}

function spot(
  index: number,
  rank: number | undefined,
  taken: number,
  stage: PodiumStage,
): PodiumSpot {
  const pick = (values: readonly number[]) => values[index] as number;
  const base = groundOf(stage) + 60;
  const x = pick(stage.wide ? WIDE_X : SIDE_X);
  const place = rank === undefined ? index : Math.min(2, rank - 1);
  const crest = CREST + (BELOW_LEADER[place] as number) + emptyDrop(rank, taken);
  const leads = index === 0;
  const wider = rank === 1 && !leads ? SHARED_LEAD_WIDER : 0;
  const size = leads ? LEADER_FACE : 124;
  const faceTop = crest - size + (leads ? 12 : 22);
  return {
    hill: {
      x,
      base,
      height: base - crest,
      width: pick(stage.wide ? WIDE_WIDTH : SIDE_WIDTH) + wider,
    },
    face: { x, y: faceTop, size },
    text: {
      x,
      y: faceTop + size + (leads ? 88 : 34),
      nameWidth: pick(stage.wide ? WIDE_NAME : SIDE_NAME),
      width: pick(stage.wide ? WIDE_TEXT : SIDE_TEXT),
      lineWidth: pick(stage.wide ? WIDE_LINE : SIDE_LINE) + 2 * wider,
    },
    stamp: { x: x + (stage.wide ? 0 : pick(STAMP_OUT)), y: groundOf(stage) - 144 },
    valueSizes: leads ? [100, 88, 76, 64, 54, 46] : [64, 56, 49, 43, 37, 32],
  };
}
