/** A hill of the podium: the middle of its foot, how high it rises over the base, and how wide it is. */
export interface Hill {
  readonly x: number;
  readonly base: number;
  readonly height: number;
  readonly width: number;
}

/** The weight of the flat-shouldered bell against the soft skirt that runs out into the land. */
const BELL = 0.8;
const SKIRT_WIDTH = 0.809;
const REACH = 560;
const STEP = 16;

/** The ridge of a hill at `x`: a super-Gaussian of exponent 4.2, bell-shaped, on a wide skirt. */
export function ridgeAt(hill: Hill, x: number): number {
  const out = Math.abs(x - hill.x);
  const bell = Math.exp(-((out / hill.width) ** 4.2));
  const skirt = 1 / (1 + (out / (hill.width * SKIRT_WIDTH)) ** 2);
  return hill.base - hill.height * (BELL * bell + (1 - BELL) * skirt);
}

/** A wall has few hills and draws them again with every change of places. */
const ridges = new Map<string, string>();
const MOST_RIDGES = 200;

/** The ridge as an SVG path from far left to far right. */
export function ridgePath(hill: Hill): string {
  const name = `${hill.x} ${hill.base} ${hill.height} ${hill.width}`;
  const known = ridges.get(name);
  if (known) return known;
  const reach = (REACH * hill.width) / 266;
  const points: [number, number][] = [];
  for (let x = hill.x - reach; x <= hill.x + reach; x += STEP) points.push([x, ridgeAt(hill, x)]);
  if (ridges.size >= MOST_RIDGES) ridges.clear();
  const path = smooth(points);
  ridges.set(name, path);
  return path;
}

/** The ridge closed along the ground. */
export function hillPath(hill: Hill): string {
  const reach = (REACH * hill.width) / 266;
  return `${ridgePath(hill)}V${hill.base + 10}H${round(hill.x - reach)}Z`;
}

/** Contour lines: each lower and a little wider than the one above it. */
export function contours(hill: Hill, count = 8): Hill[] {
  return Array.from({ length: count }, (_, index) => ({
    ...hill,
    height: hill.height * (1 - 0.105 * (index + 1)),
    width: hill.width * (1 + 0.012 * (index + 1)),
  }));
}

/** A Catmull-Rom curve through the points, as cubic Béziers. */
function smooth(points: readonly (readonly [number, number])[]): string {
  const at = (index: number) =>
    points[Math.min(points.length - 1, Math.max(0, index))] as readonly [number, number];
  let path = `M${round(at(0)[0])} ${round(at(0)[1])}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const out = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const into = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${[...out, ...into, ...to].map(round).join(' ')}`;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
