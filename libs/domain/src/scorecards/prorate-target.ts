import type { Metric } from '../metrics/metric.js';

/** How much of a period somebody works. */
export interface Worked {
  /** Working days of the period on which they are there, and how many it would have. */
  readonly present: number;
  readonly days: number;
  /** Of a week of five days; 1 where the target is for a day, or for this person alone. */
  readonly shareOfWeek: number;
}

/**
 * Whether more of it comes with more days: quotients, formulas and what is the better the lower it is are levels, the
 * same for who was there half of the time.
 */
export function addsUp({ formula, direction }: Pick<Metric, 'formula' | 'direction'>): boolean {
  return formula.kind === 'sum' && direction === 'higher';
}

/** The target for the days on which somebody is there; 0 for who is away all the time. */
export function prorateTarget(
  target: number,
  metric: Pick<Metric, 'formula' | 'direction'>,
  { present, days, shareOfWeek }: Worked,
): number {
  if (present === 0) return 0;
  return addsUp(metric) ? (target * present * shareOfWeek) / days : target;
}
