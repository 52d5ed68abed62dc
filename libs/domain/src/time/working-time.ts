import type { Instant } from '../ids.js';
import type { BusinessDate } from './business-date.js';
import { addDays, businessDateOf, weekdayOf } from './business-date.js';
import { instantOfLocal } from './local-time.js';

const HOUR_MS = 3_600_000;
const OPENS_MS = 8 * HOUR_MS;
const CLOSES_MS = 18 * HOUR_MS;
const SATURDAY = 6;
/** Longer ago than this, nobody asks how many hours of work lie between. */
const MOST_DAYS = 120;

/** A day of work, Monday to Friday. */
export const WORKING_DAY_MS = CLOSES_MS - OPENS_MS;

/** How much working time lies between two moments: Monday to Friday, 8 to 18 on the clocks there. */
export function workingTimeBetween(from: Instant, until: Instant, timeZone: string): number {
  let worked = 0;
  let date = businessDateOf(from, timeZone);
  const last = businessDateOf(until, timeZone);
  for (let days = 0; date <= last && days < MOST_DAYS; days += 1, date = addDays(date, 1)) {
    if (weekdayOf(date) >= SATURDAY) continue;
    const opens = Math.max(from, instantOfLocal(date, OPENS_MS, timeZone));
    const closes = Math.min(until, instantOfLocal(date, CLOSES_MS, timeZone));
    worked += Math.max(0, closes - opens);
  }
  return worked;
}

/** How much of a day's working time has gone by a moment of it, whatever day of the week it is. */
export function workingTimeOn(date: BusinessDate, now: Instant, timeZone: string): number {
  const gone = now - instantOfLocal(date, OPENS_MS, timeZone);
  return Math.min(WORKING_DAY_MS, Math.max(0, gone));
}
