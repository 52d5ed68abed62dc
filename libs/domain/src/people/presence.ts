import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';
import type { WorkingCalendar } from './working-calendar.js';
import { isWorkingDay } from './working-calendar.js';

/** When somebody is there to be measured. */
export interface Presence extends WorkingCalendar {
  /** On which nobody in the organisation works. */
  readonly holidays: ReadonlySet<BusinessDate>;
  /** Their first and last day in the house; null is open. */
  readonly hiredOn: BusinessDate | null;
  readonly leftOn: BusinessDate | null;
}

/** Why somebody is not at work. `away` is also who has not begun or has left. */
export type DayOff = 'weekend' | 'holiday' | 'away';

/** Null on a day on which they work. */
export function dayOffOn(presence: Presence, date: BusinessDate): DayOff | null {
  const { holidays, hiredOn, leftOn } = presence;
  if (!isWorkingDay({ ...presence, absences: [] }, date)) return 'weekend';
  if (holidays.has(date)) return 'holiday';
  const isHere = (hiredOn === null || hiredOn <= date) && (leftOn === null || date <= leftOn);
  return isHere && isWorkingDay(presence, date) ? null : 'away';
}

/** From a day to a day, both among them: the days that would be theirs, and those on which they are there. */
export interface Attendance {
  readonly days: readonly BusinessDate[];
  readonly present: readonly BusinessDate[];
}

export function attendanceOf(presence: Presence, from: BusinessDate, to: BusinessDate): Attendance {
  const days: BusinessDate[] = [];
  const present: BusinessDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const dayOff = dayOffOn(presence, date);
    if (dayOff === null) present.push(date);
    if (dayOff === null || dayOff === 'away') days.push(date);
  }
  return { days, present };
}

const WHOLE_WEEK = 5;

/** How much of a week of five days somebody works, at most all of it. */
export function shareOfWeek({ workingDays }: Pick<WorkingCalendar, 'workingDays'>): number {
  return Math.min(1, (workingDays?.length ?? WHOLE_WEEK) / WHOLE_WEEK);
}
