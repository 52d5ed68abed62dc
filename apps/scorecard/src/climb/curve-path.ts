import type { Spot } from './lay-climb.js';

/** A smooth line through spots from left to right that never rises above or falls below them on its way. */
export function curvePath(spots: readonly Spot[]): string {
  const [first, ...rest] = spots;
  if (!first) return '';
  const slopes = slopesOf(spots);
  let path = `M${round(first.x)} ${round(first.y)}`;
  let from = first;
  for (const [index, to] of rest.entries()) {
    const third = (to.x - from.x) / 3;
    const [leaving = 0, arriving = 0] = [slopes[index], slopes[index + 1]];
    path +=
      `C${round(from.x + third)} ${round(from.y + leaving * third)}` +
      ` ${round(to.x - third)} ${round(to.y - arriving * third)} ${round(to.x)} ${round(to.y)}`;
    from = to;
  }
  return path;
}

/** How steep the line is at each spot: between its neighbours, and level where they turn (Fritsch and Carlson). */
function slopesOf(spots: readonly Spot[]): number[] {
  const steps = spots.slice(1).map((to, index) => steepness(spots[index] ?? to, to));
  return spots.map((_, index) => {
    const [before, after] = [steps[index - 1], steps[index]];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    if (before * after <= 0) return 0;
    return (2 * before * after) / (before + after);
  });
}

function steepness(from: Spot, to: Spot): number {
  return to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
