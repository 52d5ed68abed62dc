import { dueUntil } from '../measures/due-until.js';
import { workingDays } from '../people/working-days.js';
import type { BusinessDate } from '../time/business-date.js';

const WEEKDAYS = { workingDays: null, absences: [] };

interface Days {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
}

/** What of a quantity over some days is due in others, as the ledger spreads it: evenly over Mondays to Fridays. */
export function dueInMonth(quantity: number, over: Days, month: Days): number {
  const days = workingDays(WEEKDAYS, over.startsOn, over.endsOn);
  // Days without a weekday among them: all of it counts on the first.
  if (days.length === 0) return includes(month, over.startsOn) ? quantity : 0;
  const until = (last: (day: BusinessDate) => boolean) =>
    dueUntil(quantity, days.filter(last).length, days.length);
  return until((day) => day <= month.endsOn) - until((day) => day < month.startsOn);
}

function includes({ startsOn, endsOn }: Days, day: BusinessDate): boolean {
  return startsOn <= day && day <= endsOn;
}
