import type { Instant } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import { businessDateOf } from '../time/business-date.js';
import { WORKING_DAY_MS, workingTimeOn } from '../time/working-time.js';

/** How many of these days are over; today is not, whatever the hour. */
export function daysOver(days: readonly BusinessDate[], today: BusinessDate): number {
  return days.filter((date) => date < today).length;
}

/** How much of a day's work is over, 0 to 1: from 8 to 18 on the clocks there. */
export function shareOfDayOver(date: BusinessDate, now: Instant, timeZone: string): number {
  const today = businessDateOf(now, timeZone);
  if (date !== today) return date < today ? 1 : 0;
  return workingTimeOn(date, now, timeZone) / WORKING_DAY_MS;
}
