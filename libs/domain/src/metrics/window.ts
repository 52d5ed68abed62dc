import type { BusinessDate } from '../time/business-date.js';
import { addDays, addMonths, epochDayOf } from '../time/business-date.js';
import type { Period } from '../time/period.js';
import { neighbourOf } from '../time/period.js';

/**
 * Which days a part of a formula adds up, seen from a board's period: its own; those of the period
 * before, or of one that is two to six periods back, or of the one after; all before it began (what was
 * open then); all until it ends or, while it runs, until today (what is open now); what there was of
 * that on an average day of the period; the twelve months until then; and those days of the period that
 * are over, the day that runs not among them.
 */
export const WINDOWS = [
  'period',
  'previous',
  'previous-2',
  'previous-3',
  'previous-4',
  'previous-5',
  'previous-6',
  'next',
  'opening',
  'closing',
  'average',
  'year',
  'elapsed',
] as const;
export type Window = (typeof WINDOWS)[number];

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
  const { startsOn, endsOn } = period;
  switch (window) {
    case 'period':
      return { from: startsOn, to: endsOn };
    case 'previous':
      return daysBefore(period, 1);
    case 'previous-2':
    case 'previous-3':
    case 'previous-4':
    case 'previous-5':
    case 'previous-6':
      return daysBefore(period, Number(window.slice('previous-'.length)));
    case 'next': {
      const next = neighbourOf(period, 1);
      return next && daysIn(next);
    }
    case 'opening':
      return startsOn === null ? undefined : { from: null, to: addDays(startsOn, -1) };
    case 'closing':
      return { from: null, to: lastDay(period, today) };
    case 'average':
      return startsOn === null ? undefined : { from: null, to: lastDay(period, today) };
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
  return window === 'closing' || window === 'average' || window === 'year' || window === 'elapsed';
}

/**
 * Where a window tells an average day: the first of those days. What came earlier was there on each of
 * them, what came later from its own day on. Undefined for windows that add up.
 */
export function averagedFrom(window: Window, { startsOn }: Period): BusinessDate | undefined {
  return window === 'average' ? (startsOn ?? undefined) : undefined;
}

/** How many days a window is the average of; 1 where it adds up. */
export function daysAveraged(window: Window, period: Period, today: BusinessDate | null): number {
  const [from, to] = [averagedFrom(window, period), lastDay(period, today)];
  return from === undefined || to === null ? 1 : Math.max(1, epochDayOf(to) - epochDayOf(from) + 1);
}

function daysBefore(period: Period, steps: number): Days | undefined {
  if (steps === 0) return daysIn(period);
  const before = neighbourOf(period, -1);
  return before && daysBefore(before, steps - 1);
}

function daysIn({ startsOn, endsOn }: Period): Days {
  return { from: startsOn, to: endsOn };
}

function lastDay({ endsOn }: Period, today: BusinessDate | null): BusinessDate | null {
  return today !== null && (endsOn === null || today < endsOn) ? today : endsOn;
}
