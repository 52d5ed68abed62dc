/** Several batches still fit into the time between two frames of a screen. */
const LEAST_MS = 20;
/** Nobody is to notice that it was waited. */
const MOST_MS = 250;

/**
 * How long to wait before the next batch, in milliseconds. What every batch costs, however small, is
 * shared by those that arrive meanwhile, and in a burst those who send are not held up. Whoever is a
 * whole batch behind does not rest.
 */
export function restAfter(deliveries: number, wholeBatch: number, tookMs: number): number {
  if (deliveries >= wholeBatch) return 0;
  return Math.min(Math.max(tookMs, LEAST_MS), MOST_MS);
}
