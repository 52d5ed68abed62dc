import type { Instant } from '../ids.js';
import type { BusinessDate } from './business-date.js';
import { epochDayOf } from './business-date.js';
import { zoneOffsetMs } from './zone-offset.js';

const DAY_MS = 86_400_000;

/**
 * The instant at which clocks in `timeZone` show this day and time. Of a time that a clock change
 * shows twice, the first; a time that it leaves out is read as if the clock had not been changed yet.
 * `msOfDay` counts from midnight as the clock shows it.
 */
export function instantOfLocal(date: BusinessDate, msOfDay: number, timeZone: string): Instant {
  const local = epochDayOf(date) * DAY_MS + msOfDay;
  const before = zoneOffsetMs(local - DAY_MS, timeZone);
  if (zoneOffsetMs(local - before, timeZone) === before) return local - before;
  const after = zoneOffsetMs(local + DAY_MS, timeZone);
  return zoneOffsetMs(local - after, timeZone) === after ? local - after : local - before;
}
