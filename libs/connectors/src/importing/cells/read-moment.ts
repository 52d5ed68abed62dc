import type { BusinessDate, Instant } from '@bellwether/domain';
import { businessDateOf, instantOfLocal, parseBusinessDate } from '@bellwether/domain';
import type { Reading } from './reading.js';
import { read, unreadable } from './reading.js';

/** How days such as 03/04/2026 are meant: not there, month first, day first. */
export type DateOrder = 'iso' | 'us' | 'eu';

interface Written {
  readonly date: BusinessDate;
  /** Since midnight as clocks show it; null when only a day is written. */
  readonly msOfDay: number | null;
  /** What the writer's clock is ahead of UTC; null when it is not said. */
  readonly offsetMs: number | null;
}

const TIME = String.raw`(?:,?[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(z|utc|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');

/** A moment; a day without a time is the moment it begins. */
export function readMoment(
  text: string,
  order: DateOrder | undefined,
  timeZone: string,
): Reading<Instant> {
  const written = readWritten(text, order);
  return written.ok ? read(instantOf(written.value, timeZone)) : written;
}

/** A day of the business; of a moment, the day it falls on. */
export function readDay(
  text: string,
  order: DateOrder | undefined,
  timeZone: string,
): Reading<BusinessDate> {
  const written = readWritten(text, order);
  if (!written.ok) return written;
  const { date, offsetMs } = written.value;
  return read(
    offsetMs === null ? date : businessDateOf(instantOf(written.value, timeZone), timeZone),
  );
}

function instantOf({ date, msOfDay, offsetMs }: Written, timeZone: string): Instant {
  if (offsetMs === null) return instantOfLocal(date, msOfDay ?? 0, timeZone);
  return Date.parse(`${date}T00:00:00Z`) + (msOfDay ?? 0) - offsetMs;
}

/** Days come again and again in a file; those read lately are remembered. */
const lately = new Map<string, Reading<Written>>();
const MOST_REMEMBERED = 10_000;
const DAY_LENGTH = 10;

function readWritten(text: string, order: DateOrder | undefined): Reading<Written> {
  if (text.length > DAY_LENGTH) return readAnew(text, order);
  const name = `${order} ${text}`;
  const known = lately.get(name);
  if (known) return known;
  if (lately.size >= MOST_REMEMBERED) lately.clear();
  const reading = readAnew(text, order);
  lately.set(name, reading);
  return reading;
}

function readAnew(text: string, order: DateOrder | undefined): Reading<Written> {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year = '', , month = '', day = '', ...time] = yearFirst;
    return written(text, year, month, day, time);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return unreadable(`"${shortened(text)}" is no date`);
  const [, first = '', separator = '', second = '', year = '', ...time] = yearLast;
  if (year.length === 2) return unreadable(`"${text}" writes its year with two digits`);
  const meant = orderOf(first, second, separator, order);
  if (meant === 'iso') return unreadable(`"${text}" is not written as 2026-03-30`);
  if (meant === undefined) {
    return unreadable(
      `"${text}" may be month ${Number(first)} or day ${Number(first)}: say dates=us or dates=eu`,
    );
  }
  const [month, day] = meant === 'us' ? [first, second] : [second, first];
  return written(text, year, month, day, time);
}

/** Undefined when it may be either. */
function orderOf(
  first: string,
  second: string,
  separator: string,
  order: DateOrder | undefined,
): DateOrder | undefined {
  if (order !== undefined) return order;
  if (separator === '.' || Number(first) > 12) return 'eu';
  return Number(second) > 12 || Number(first) === Number(second) ? 'us' : undefined;
}

function written(
  text: string,
  year: string,
  month: string,
  day: string,
  [hours, minutes, seconds = '0', fraction = '', half, zone]: readonly (string | undefined)[],
): Reading<Written> {
  const date = parseBusinessDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date === undefined) return unreadable(`"${text}" is no day of the calendar`);
  if (hours === undefined) return read({ date, msOfDay: null, offsetMs: null });
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return unreadable(`"${text}" has no time that clocks show`);
  }
  const whole = (hour * 60 + Number(minutes)) * 60 + Number(seconds);
  const msOfDay = whole * 1_000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return read({ date, msOfDay, offsetMs: zone === undefined ? null : offsetOf(zone) });
}

function hourOf(hours: number, half: string): number {
  if (hours < 1 || hours > 12) return Number.POSITIVE_INFINITY;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
