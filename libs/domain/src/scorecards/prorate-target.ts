import type { Metric } from '../metrics/metric.js';

/** How much of a period somebody works. */
export interface Worked {
  /** Working days of the period on which they are there, and how many it would have. */
  readonly present: number;
  readonly days: number;
  /** Of a week of five days; 1 where the target is for a day, or for this person alone. */
  readonly shareOfWeek: number;
}

/** Whether it is a plain sum: nothing done is 0 of it, and not nothing to measure. */
export function isSum({ formula }: Pick<Metric, 'formula'>): boolean {
  return formula.kind === 'sum';
}

/**
 * Whether more of it comes with more days: quotients, formulas and what is the better the lower it is are levels, the
 * same for who was there half of the time.
 */
export function addsUp(metric: Pick<Metric, 'formula' | 'direction'>): boolean {
  return isSum(metric) && metric.direction === 'higher';
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
