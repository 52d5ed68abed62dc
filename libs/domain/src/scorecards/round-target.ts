import type { MetricUnit } from '../metrics/metric.js';
import { ONE } from '../measures/measure.js';

/** A proposal as somebody would set it: whole pieces, whole minor units, whole seconds. Null of nothing. */
export function roundTarget(target: number, unit: MetricUnit): number | null {
  const rounded = Math.round(target / stepOf(unit)) * stepOf(unit);
  return rounded > 0 ? Number(rounded.toFixed(4)) : null;
}

function stepOf({ kind }: MetricUnit): number {
  switch (kind) {
    case 'count':
    case 'points':
      return ONE;
    case 'ratio':
      return 0.01;
    case 'per':
      return 0.1;
    case 'money':
    case 'duration':
    case 'days':
      return 1;
  }
}
