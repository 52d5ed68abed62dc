import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';
import type { WorkingCalendar } from './working-calendar.js';
import { isWorkingDay } from './working-calendar.js';

/** The days on which somebody works, from a day to a day, both among them. */
export function workingDays(
  calendar: WorkingCalendar,
  from: BusinessDate,
  to: BusinessDate,
): readonly BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day);
  }
  return days;
}
