import type { BusinessDate } from '../time/business-date.js';
import { addDays, addMonths } from '../time/business-date.js';
import type { Period } from '../time/period.js';
import { periodOf } from '../time/period.js';

/**
 * Which days a part of a formula adds up, seen from a board's period: its own; those of the period
 * before or after; all before it began (what was open then); all until it ends or, while it runs,
 * until today (what is open now); the twelve months until then; and those days of the period that are
 * over, the day that runs not among them.
 */
export type Window = 'period' | 'previous' | 'next' | 'opening' | 'closing' | 'year' | 'elapsed';

/** Inclusive; null is open. */
export interface Days {
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
}

/**
 * The days of a window; undefined when there are none, as nothing comes before all time. `today` is
 * null where the period is over, or its end is meant.
 */
export function daysOf(
  window: Window,
  period: Period,
  today: BusinessDate | null,
): Days | undefined {
  const { kind, startsOn, endsOn } = period;
  switch (window) {
    case 'period':
      return { from: startsOn, to: endsOn };
    case 'previous':
      return startsOn === null ? undefined : daysIn(periodOf(kind, addDays(startsOn, -1)));
    case 'next':
      return endsOn === null ? undefined : daysIn(periodOf(kind, addDays(endsOn, 1)));
    case 'opening':
      return startsOn === null ? undefined : { from: null, to: addDays(startsOn, -1) };
    case 'closing':
      return { from: null, to: lastDay(period, today) };
    case 'elapsed': {
      const isRunning = today !== null && (endsOn === null || today <= endsOn);
      return { from: startsOn, to: isRunning ? addDays(today, -1) : endsOn };
    }
    case 'year': {
      const to = lastDay(period, today);
      return { from: to && addMonths(addDays(to, 1), -12), to };
    }
  }
}

/** Whether what a window adds up changes by itself when a day begins. */
export function movesWithTheDay(window: Window): boolean {
  return window === 'closing' || window === 'year' || window === 'elapsed';
}

function daysIn({ startsOn, endsOn }: Period): Days {
  return { from: startsOn, to: endsOn };
}

function lastDay({ endsOn }: Period, today: BusinessDate | null): BusinessDate | null {
  return today !== null && (endsOn === null || today < endsOn) ? today : endsOn;
}
