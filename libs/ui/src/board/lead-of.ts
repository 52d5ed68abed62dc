import type { BoardRow } from '@bellwether/contracts';
import { placedRows } from './placed-row.js';

/** The best score that has a place: what fills a bar. Where a bound orders, that need not be the first one's. */
export function leadOf(rows: readonly BoardRow[], direction: 'higher' | 'lower'): number {
  const scores = placedRows(rows).map(({ score }) => score);
  if (scores.length === 0) return 0;
  return direction === 'higher' ? Math.max(...scores) : Math.min(...scores);
}
