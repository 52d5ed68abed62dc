/** How somebody did against their own past. */
export interface Improvement {
  /** The mean of the periods before. */
  readonly baseline: number;
  /** 0.5 is half as much again; below 0 is less. */
  readonly improvement: number;
}

/**
 * What somebody came to, set against the mean of their own periods before; null for who has too little behind them:
 * a period in which they came to less than `floor`.
 */
export function improvementOver(
  actual: number,
  before: readonly number[],
  floor: number,
): Improvement | null {
  if (before.length === 0 || before.some((value) => value < floor || value <= 0)) return null;
  const baseline = before.reduce((sum, value) => sum + value, 0) / before.length;
  return { baseline, improvement: actual / baseline - 1 };
}
