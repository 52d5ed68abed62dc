/**
 * How much of a target is reached; 1 is all of it, and there is more than that. Null for who is exempt, and where there
 * is nothing to measure. What is the better the lower it is reaches 2 at nothing and 0 at twice the target.
 */
export function attainmentOf(
  actual: number | null,
  target: number,
  direction: 'higher' | 'lower',
): number | null {
  if (actual === null || target <= 0) return null;
  return direction === 'higher' ? actual / target : Math.max(0, 2 - actual / target);
}
