import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../ids.js';
import type { BusinessDate } from '../../time/business-date.js';
import { instantOfLocal } from '../../time/local-time.js';
import type { ContestWindow, LocalDateTime, Stride } from '../rules/contest-window.js';
import { OWN_ZONE } from '../rules/contest-window.js';

const MINUTE_MS = 60_000;

/** A stretch of time, without its end; null is open. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The zone whose clocks decide for somebody. */
export function zoneFor(window: ContestWindow, ownZone: string): string {
  return window.zone === OWN_ZONE ? ownZone : window.zone;
}

/** The moment at which clocks of a zone show this day and time; where they never do or do twice, see `instantOfLocal`. */
export function momentOfLocal(local: LocalDateTime, timeZone: string): Instant {
  const [date, time] = local.split('T') as [BusinessDate, string];
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOfLocal(date, (hours * 60 + minutes) * MINUTE_MS, timeZone);
}

/** The window by the clocks of a zone. */
export function windowIn({ from, until }: ContestWindow, timeZone: string): Stretch {
  return {
    from: momentOfLocal(from, timeZone),
    until: until && momentOfLocal(until, timeZone),
  };
}

/** So many strides after a day and time. Minutes and hours are of 60 minutes each, whatever the clocks do. */
export function momentAfter(
  local: LocalDateTime,
  { count, unit }: Stride,
  times: number,
  timeZone: string,
): Instant {
  switch (unit) {
    case 'minutes':
      return momentOfLocal(local, timeZone) + count * times * MINUTE_MS;
    case 'hours':
      return momentOfLocal(local, timeZone) + count * times * 60 * MINUTE_MS;
    case 'days':
    case 'weeks':
    case 'months':
      return momentOfLocal(localAfter(local, { count: count * times, unit }), timeZone);
  }
}

/** A day and time later by the calendar: a month after 31 January is the last of February. */
export function localAfter(local: LocalDateTime, { count, unit }: Stride): LocalDateTime {
  const later = Temporal.PlainDateTime.from(local).add({ [unit]: count });
  return later.toString({ smallestUnit: 'minute' }) as LocalDateTime;
}
