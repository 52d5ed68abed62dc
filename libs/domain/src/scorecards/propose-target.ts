/** A fifth of the days or weeks were better than a target should be. */
const PERCENTILE = 0.8;

/** A target from what was reached before; null without any history. */
export function proposeTarget(
  values: readonly number[],
  direction: 'higher' | 'lower',
): number | null {
  return percentileOf(values, direction === 'higher' ? PERCENTILE : 1 - PERCENTILE);
}

/** Between two values, as spreadsheets do it; null of none. `share` is 0 to 1. */
export function percentileOf(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
