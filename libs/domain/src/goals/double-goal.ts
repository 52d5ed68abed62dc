import { goalPeriod, overlap } from './goal-period.js';

/**
 * Another period with a goal of its own that counts the same days, or undefined. A quarter is either given itself or
 * the sum of its months, and a year likewise: never both.
 */
export function doubleGoal(period: string, given: readonly string[]): string | undefined {
  const asked = goalPeriod(period);
  if (!asked) return undefined;
  return given.find((key) => {
    const other = key === period ? undefined : goalPeriod(key);
    return other !== undefined && overlap(asked, other);
  });
}
