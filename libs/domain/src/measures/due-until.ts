import { allocate } from './allocate.js';

/**
 * What of a quantity that is spread evenly over `of` days is due when `days` of them are over: rounded once, so that the
 * days add up to it exactly.
 */
export function dueUntil(quantity: number, days: number, of: number): number {
  return allocate(quantity, [days, of - days])[0] ?? 0;
}
