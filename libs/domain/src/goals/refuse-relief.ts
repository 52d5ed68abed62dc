import type { BusinessDate } from '../time/business-date.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';

export type ReliefRefusal = 'ends-before-it-begins' | 'in-a-closed-month' | 'no-goal' | 'too-much';

/**
 * Why relief cannot be given, or undefined when it can. Months that are over are closed: relief changes what is due from
 * now on, and never what a closed month has come to. `due`: of the goals, less earlier relief, over the months it touches.
 */
export function refuseRelief(
  relief: { readonly from: BusinessDate; readonly until: BusinessDate; readonly amount: number },
  due: number,
  today: BusinessDate,
): ReliefRefusal | undefined {
  if (relief.until < relief.from) return 'ends-before-it-begins';
  if (isClosed(relief.from, today)) return 'in-a-closed-month';
  if (due <= 0) return 'no-goal';
  return relief.amount > due ? 'too-much' : undefined;
}

/** Whether the day is of a month that is over. */
export function isClosed(day: BusinessDate, today: BusinessDate): boolean {
  return day < (periodOf('month', today, PLAIN_CALENDAR).startsOn as BusinessDate);
}
