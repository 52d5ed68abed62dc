import type { Measure } from '../measures/measure.js';
import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';
import type { Period } from '../time/period.js';
import type { Metric } from './metric.js';
import { measuresOf } from './metric.js';

/**
 * The day from which on a period's share of those who came to something is final: until then somebody
 * who began in it can still get there in time. Null for what does not wait for anything, for all time,
 * and where that day has come.
 */
export function ripensOn(
  metric: Pick<Metric, 'formula'>,
  measures: readonly Measure[],
  { endsOn }: Period,
  today: BusinessDate,
): BusinessDate | null {
  if (endsOn === null) return null;
  const ids = new Set(measuresOf(metric));
  const waits = measures.flatMap(({ id, rules }) => (ids.has(id) ? rules.flatMap(daysWaited) : []));
  if (waits.length === 0) return null;
  const ripe = addDays(endsOn, Math.max(...waits) + 1);
  return today < ripe ? ripe : null;
}

function daysWaited({ reached = [] }: Measure['rules'][number]): readonly number[] {
  return reached.flatMap(({ withinDays }) => withinDays ?? []);
}
