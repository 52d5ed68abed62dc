import type { BusinessDate } from '../time/business-date.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import type { Period } from '../time/period.js';
import { parsePeriod, periodOf } from '../time/period.js';

/** A month, a quarter or a year of the plain calendar that a goal can be for, whatever the fiscal year is. */
export type GoalPeriod = Period & {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
};

/** Reads `2026-11`, `2026-Q4` or `2026`; undefined when it is none of these. */
export function goalPeriod(key: string): GoalPeriod | undefined {
  for (const kind of ['month', 'quarter', 'year'] as const) {
    const period = parsePeriod(kind, key, PLAIN_CALENDAR);
    if (period) return period as GoalPeriod;
  }
  return undefined;
}

/** The months of a year, January first. */
export function monthsOfYear(year: number): readonly GoalPeriod[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${year}-${String(index + 1).padStart(2, '0')}-01` as BusinessDate;
    return periodOf('month', first, PLAIN_CALENDAR) as GoalPeriod;
  });
}

/** Whether one of the two counts days of the other. */
export function overlap(
  one: Pick<GoalPeriod, 'startsOn' | 'endsOn'>,
  other: Pick<GoalPeriod, 'startsOn' | 'endsOn'>,
): boolean {
  return one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
}
