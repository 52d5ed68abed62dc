import { formatScore } from '@bellwether/ui';
import type { Metric } from '../score/main-metric.js';

/** What stands where somebody has no score: of a quotient there is none, and of a sum it is 0. */
export function withoutValue(
  { unit, isQuotient }: Pick<Metric, 'unit' | 'isQuotient'>,
  locale: string,
): string {
  return isQuotient ? 'nothing yet' : formatScore(unit, 0, locale);
}
