import { Temporal } from 'temporal-polyfill';
import type { Branded, Instant } from '../ids.js';
import { zoneOffsetMs } from './zone-offset.js';

const DAY_MS = 86_400_000;

/** A calendar day of the business, `YYYY-MM-DD`. Compares as text. */
export type BusinessDate = Branded<string, 'business-date'>;

/** The day that `instant` falls on for somebody in `timeZone`. */
export function businessDateOf(instant: Instant, timeZone: string): BusinessDate {
  return dateOfEpochDay(Math.floor((instant + zoneOffsetMs(instant, timeZone)) / DAY_MS));
}

/** The first instant of a day; where a clock change swallows midnight, the first that exists. */
export function startOfDate(date: BusinessDate, timeZone: string): Instant {
  let starts = startsIn.get(timeZone);
  if (!starts) startsIn.set(timeZone, (starts = new Map()));
  const known = starts.get(date);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
  remember(starts, date, start);
  return start;
}

/** Reads `YYYY-MM-DD`, or undefined when it is no day of the calendar. */
export function parseBusinessDate(text: string): BusinessDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(day) || dateOfEpochDay(day / DAY_MS) !== text
    ? undefined
    : (text as BusinessDate);
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The same day of another month, or that month's last: 31 August less six months is 28 February. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as BusinessDate;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: BusinessDate): number {
  return ((epochDayOf(date) + 3) % 7) + 1;
}

/** Days since 1970-01-01. */
export function epochDayOf(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function dateOfEpochDay(day: number): BusinessDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10) as BusinessDate;
  remember(written, day, date);
  return date;
}

/** What is scored together falls on a few days, thousands of times: days already worked out. */
const written = new Map<number, BusinessDate>();
const startsIn = new Map<string, Map<BusinessDate, Instant>>();
const MOST = 5_000;

function remember<K, V>(known: Map<K, V>, key: K, value: V): void {
  if (known.size >= MOST) known.clear();
  known.set(key, value);
}
