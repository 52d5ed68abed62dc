import type { BusinessDate } from '../time/business-date.js';

/** A working day on which somebody was there, and whether every minimum was met. */
export interface ObjectiveDay {
  readonly date: BusinessDate;
  readonly isMet: boolean;
}

export interface Streak {
  readonly current: number;
  readonly longest: number;
  readonly lastMetDay: BusinessDate | null;
  /** How many missed days of this month were forgiven. */
  readonly forgivenThisMonth: number;
}

/** What a streak overlooks. */
export interface Grace {
  /** How many missed days of a month. */
  readonly misses: number;
  /** The month that a day belongs to, by any name. */
  readonly monthOf: (date: BusinessDate) => string;
}

/**
 * How many days in a row were met. Days on which somebody does not work are not among these days, so that they neither
 * break a streak nor make it longer, and neither does a forgiven miss; today does not break it while it is not over.
 * Only a streak that runs uses up what is forgiven. Earliest first.
 */
export function streakOf(
  days: readonly ObjectiveDay[],
  today: BusinessDate,
  { misses, monthOf }: Grace,
): Streak {
  let [run, longest] = [0, 0];
  let lastMetDay: BusinessDate | null = null;
  const forgiven = new Map<string, number>();
  for (const { date, isMet } of days) {
    if (date > today || (date === today && !isMet)) break;
    const month = monthOf(date);
    const used = forgiven.get(month) ?? 0;
    if (!isMet && run > 0 && used < misses) {
      forgiven.set(month, used + 1);
      continue;
    }
    run = isMet ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (isMet) lastMetDay = date;
  }
  return {
    current: run,
    longest,
    lastMetDay,
    forgivenThisMonth: forgiven.get(monthOf(today)) ?? 0,
  };
}

/** On how many of the days so far all was met; today is one of them once it is. */
export function objectivesMet(
  days: readonly ObjectiveDay[],
  today: BusinessDate,
): { readonly daysMet: number; readonly daysPresent: number } {
  const counted = days.filter(({ date, isMet }) => date < today || (date === today && isMet));
  return {
    daysMet: counted.filter(({ isMet }) => isMet).length,
    daysPresent: counted.length,
  };
}

/** Whether a day's value is enough. */
export function meetsMinimum(
  value: number | null,
  minimum: number,
  direction: 'higher' | 'lower',
): boolean {
  if (direction === 'lower') return value === null || value <= minimum;
  return value !== null && value >= minimum;
}
