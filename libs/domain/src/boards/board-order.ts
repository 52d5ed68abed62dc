import type { Metric } from '../metrics/metric.js';
import { shortageOf } from '../metrics/least.js';
import { wilsonBound } from '../metrics/wilson.js';
import type { Direction, Standing } from './rank-standings.js';

/** From here on the order of a board has those without a place, whoever lacks least first. */
export const WITHOUT_PLACE = 2 ** 52;

/** Where somebody stands: the smaller, the further up. Equal ones share their place. */
export type OrderOf<S> = (standing: S) => number;

/** What orders somebody besides their score. */
export interface Halves {
  readonly score: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** By the score as it is. */
export function byScore(direction: Direction): OrderOf<Pick<Standing, 'score'>> {
  const sign = direction === 'higher' ? -1 : 1;
  return ({ score }) => sign * score;
}

/**
 * As a board of this metric is ordered: by the score, or a proportion by what it is at least (where
 * lower is better: at most). A ratio of too few has no place.
 */
export function boardOrder(metric: Pick<Metric, 'formula' | 'direction'>): OrderOf<Halves> {
  const { formula, direction } = metric;
  const byValue = byScore(direction);
  if (formula.kind !== 'ratio' || !formula.least) return byValue;
  const { least, isProportion = false } = formula;
  return (one) => {
    const { numerator: above, denominator: below } = one;
    if (shortageOf(metric, below)) return WITHOUT_PLACE + least.ranked * least.each - below;
    if (!isProportion) return byValue(one);
    const rate = { above, below, each: least.each };
    return direction === 'higher' ? -wilsonBound(rate, 'lower') : wilsonBound(rate, 'upper');
  };
}

/** Whether a board is ordered by a bound of its rates, and not by the rates themselves. */
export function isByBound({ formula }: Pick<Metric, 'formula'>): boolean {
  return formula.kind === 'ratio' && formula.least !== undefined && formula.isProportion === true;
}
