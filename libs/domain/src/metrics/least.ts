import type { Metric } from './metric.js';

/** Of how many a ratio has to be: few say little. */
export interface Least {
  /** Of fewer its value is not shown. */
  readonly shown: number;
  /** Of fewer it has no place. */
  readonly ranked: number;
}

/** The least of a ratio in what its denominator adds up. */
export interface BoundLeast extends Least {
  /** What one of them is in the denominator, e.g. 1000 thousandths. */
  readonly each: number;
}

/** A rate of few goes up and down with each of them. */
export const USUAL_LEAST: Least = { shown: 5, ranked: 20 };

/** What somebody has of what a ratio needs: 3 of 5, say. */
export interface Short {
  /** In whole pieces; a shared deal may be half of one. */
  readonly has: number;
  readonly needs: number;
}

/** What is missing to a place. */
export interface Shortage extends Short {
  /** There is a value to show all the same. */
  readonly isShown: boolean;
}

/** What somebody's ratio lacks to have a place; null where it lacks nothing. */
export function shortageOf(
  { formula }: Pick<Metric, 'formula'>,
  denominator: number,
): Shortage | null {
  if (formula.kind !== 'ratio' || !formula.least) return null;
  const { shown, ranked, each } = formula.least;
  const has = denominator / each;
  if (has >= ranked) return null;
  return has < shown
    ? { has, needs: shown, isShown: false }
    : { has, needs: ranked, isShown: true };
}
