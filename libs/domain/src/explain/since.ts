import type { Instant } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import { addDays, businessDateOf, startOfDate } from '../time/business-date.js';
import { instantOfLocal } from '../time/local-time.js';
import type { Period } from '../time/period.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';

/** Moments that people ask about by name: the end of yesterday's work, this morning, Monday morning. */
export const NAMED_MOMENTS = ['yesterday', 'morning', 'monday'] as const;
export type NamedMoment = (typeof NAMED_MOMENTS)[number];

const HOUR_MS = 3_600_000;
/** When a day of work is over, on the clocks of the organisation. */
const CLOSES_MS = 17 * HOUR_MS;

/** When that was. The morning begins with the business day; a Monday is its own. */
export function instantOfNamed(named: NamedMoment, now: Instant, timeZone: string): Instant {
  const today = businessDateOf(now, timeZone);
  switch (named) {
    case 'yesterday':
      return instantOfLocal(addDays(today, -1), CLOSES_MS, timeZone);
    case 'morning':
      return startOfDate(today, timeZone);
    case 'monday':
      return startOfDate(periodOf('week', today, PLAIN_CALENDAR).startsOn ?? today, timeZone);
  }
}

/** The day that a period's numbers were true of at a moment: never one before it began. */
export function dayWithin({ startsOn }: Period, at: Instant, timeZone: string): BusinessDate {
  const day = businessDateOf(at, timeZone);
  return startsOn !== null && day < startsOn ? startsOn : day;
}
