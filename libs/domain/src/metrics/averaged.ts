import type { BusinessDate } from '../time/business-date.js';
import type { Period } from '../time/period.js';
import type { TotalOf } from './metric.js';
import { daysAveraged } from './window.js';

/**
 * Totals of a period, where those of an average day are told by days: quantities times the days on which
 * they were there. `asOf` is the day that runs; null where the period is over.
 */
export function averaged(totalOf: TotalOf, period: Period, asOf: BusinessDate | null): TotalOf {
  return (measureId, window) => {
    const total = totalOf(measureId, window);
    return total === undefined ? undefined : total / daysAveraged(window, period, asOf);
  };
}
