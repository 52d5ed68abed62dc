import { curvePath } from './curve-path.js';
import type { Spot } from './lay-climb.js';

/** What somebody has brought day by day, and what the plan wants; all as sums from the first day on. */
export interface MonthToLay {
  /** Where the plan stands at the end of each day of the period. */
  readonly plan: readonly number[];
  /** What was there at the end of each day up to today. */
  readonly actual: readonly number[];
  readonly target: number;
}

/** The month as a hill: what is climbed, and the plan dotted over it up to the bell. */
export interface MonthHill {
  /** The hill that is climbed and its crest; empty before the first day. */
  readonly climbed: string;
  readonly crest: string;
  /** The plan as the land behind, and as its line. */
  readonly land: string;
  readonly plan: string;
  readonly own: Spot;
  /** The plan's days, to find room beside them. */
  readonly planned: readonly Spot[];
  /** Where the plan ends: the target. */
  readonly summit: Spot;
}

/** Room at the right for the bell, above it for its sun, below for the foot of the hill. */
const SUMMIT_INSET = 21;
const SUMMIT_TOP = 44;
const FOOT = 26;
/** Lines run in from beyond the edge. */
const BEFORE = -10;
/** A plan of nothing still leaves a foot to stand on. */
const START = 12;

/**
 * Lays the month out: a day is a step to the right, and the bell hangs as high as the picture goes, lower where the own
 * way would come above `clear`, below which there is room for it. Whoever is beyond the target stands above the bell.
 */
export function layMonth(
  { plan, actual, target }: MonthToLay,
  width: number,
  height: number,
  clear = SUMMIT_TOP,
) {
  const foot = height - FOOT;
  const room = (foot - SUMMIT_TOP) / (foot - Math.max(clear, SUMMIT_TOP));
  const most = Math.max(target, ...actual.map((value) => value * room), 1e-9);
  const days = Math.max(plan.length, actual.length, 1);
  const spot = (day: number, value: number): Spot => ({
    x: START + (day / days) * (width - SUMMIT_INSET - START),
    y: foot - (Math.max(0, value) / most) * (foot - SUMMIT_TOP),
  });
  const begin = [{ x: BEFORE, y: foot + 4 }, spot(0, 0)];
  const climbed = [...begin, ...actual.map((value, index) => spot(index + 1, value))];
  const planned = [...begin, ...plan.map((value, index) => spot(index + 1, value))];
  const own = climbed.at(-1) ?? spot(0, 0);
  const summit = spot(days, plan.at(-1) ?? target);
  const crest = curvePath(climbed);
  const line = curvePath(planned);
  const close = (to: number) => `L${Math.round(to)} ${height}L${BEFORE} ${height}Z`;
  const beyond = `L${width + 10} ${Math.round(summit.y + 8)}`;
  return {
    climbed: `${crest}${close(own.x)}`,
    crest,
    land: `${line}${beyond}${close(width + 10)}`,
    plan: line,
    own,
    planned: planned.slice(1),
    summit,
  } satisfies MonthHill;
}
