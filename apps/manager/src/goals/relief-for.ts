import type { GoalMonth } from '@bellwether/contracts';
import { weekdaysBetween } from './weekday-shares.js';

/** What of the goals of a year is due on some days, by their weekdays. */
export function reliefFor(
  months: readonly Pick<GoalMonth, 'goal'>[],
  year: number,
  from: string,
  until: string,
): number {
  const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`)];
  if (!(first <= last)) return 0;
  return months.reduce((sum, { goal }, month) => {
    const [starts, ends] = [
      new Date(Date.UTC(year, month, 1)),
      new Date(Date.UTC(year, month + 1, 0)),
    ];
    const [since, to] = [first > starts ? first : starts, last < ends ? last : ends];
    if (since > to) return sum;
    return sum + Math.round((goal * weekdaysBetween(since, to)) / weekdaysBetween(starts, ends));
  }, 0);
}
