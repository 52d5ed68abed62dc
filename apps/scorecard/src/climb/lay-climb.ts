/** A spot on the picture, in its pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The way to the summit, as SVG paths and the spots on it. */
export interface Climb {
  /** The whole ridge closed along the ground. */
  readonly land: string;
  /** The part that is climbed, closed along the ground; empty before the first step. */
  readonly climbed: string;
  /** The line that is climbed, and the line that is left. */
  readonly behind: string;
  readonly left: string;
  readonly own: Spot;
  readonly summit: Spot;
}

const STEPS = 72;
/** Room at the right for the bell, above for its sun, below for the foot of the hill. */
const SUMMIT_INSET = 28;
const SUMMIT_TOP = 40;
const FOOT = 26;
/** The nearest that anybody's face comes to the foot and, below the leader, to the bell. */
const LEAST = 0.14;
const MOST = 0.8;
/** Where somebody waits who has not begun. */
const START = 0.11;

/**
 * Lays the climb: who has `share` (0 to 1) of the leader's score stands that far along the way. Null waits
 * at the foot. Faces keep off the bell, so close to it the picture is kinder than the scale.
 */
export function layClimb(width: number, height: number, share: number | null): Climb {
  const at = (part: number): Spot => spotAt(part, width, height);
  const part = share === null ? START : share >= 1 ? 1 : LEAST + share * (MOST - LEAST);
  const whole = line(0, 1, at);
  const climbed = share === null ? '' : line(0, part, at);
  const close = (to: number) => `L${to} ${height}L-10 ${height}Z`;
  const [own, summit] = [at(part), at(1)];
  const beyond = `L${round(width + 10)} ${round(summit.y + 8)}`;
  return {
    land: `${whole}${beyond}${close(round(width + 10))}`,
    climbed: climbed === '' ? '' : `${climbed}${close(round(own.x))}`,
    behind: climbed,
    left: line(share === null ? 0 : part, 1, at),
    own,
    summit,
  };
}

/** A ridge that rises with a few shoulders, steeper towards the end. */
function spotAt(part: number, width: number, height: number): Spot {
  const x = -10 + part * (width - SUMMIT_INSET + 10);
  const rise = height - FOOT - SUMMIT_TOP;
  const swell = Math.sin(part * 16.5 + 0.4) * 0.022 + Math.sin(part * 7.3 + 2) * 0.03;
  const rest = swell * Math.sin(part * Math.PI);
  return { x, y: height - FOOT - rise * (part ** 1.12 + rest) };
}

function line(from: number, to: number, at: (part: number) => Spot): string {
  const count = Math.max(1, Math.ceil((to - from) * STEPS));
  const spots = Array.from({ length: count + 1 }, (_, step) =>
    at(from + ((to - from) * step) / count),
  );
  return `M${spots.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
