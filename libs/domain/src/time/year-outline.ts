import type { BusinessDate } from './business-date.js';
import type { FiscalCalendar } from './fiscal-calendar.js';
import type { Period } from './period.js';
import { neighbourOf, periodOf } from './period.js';

/** A year of a calendar in its quarters, and each of them in its months. */
export interface YearOutline {
  readonly year: Period;
  readonly quarters: readonly { readonly quarter: Period; readonly months: readonly Period[] }[];
}

/** The year that a day belongs to. */
export function yearOutline(date: BusinessDate, calendar: FiscalCalendar): YearOutline {
  const year = periodOf('year', date, calendar);
  const quarters = partsOf(year, 'quarter', calendar).map((quarter) => ({
    quarter,
    months: partsOf(quarter, 'month', calendar),
  }));
  return { year, quarters };
}

/** Periods of a kind from the first day of a whole to its last. */
function partsOf(
  whole: Period,
  kind: 'quarter' | 'month',
  calendar: FiscalCalendar,
): readonly Period[] {
  const parts: Period[] = [];
  let part: Period | undefined = periodOf(kind, whole.startsOn as BusinessDate, calendar);
  while (part && (part.endsOn ?? '') <= (whole.endsOn ?? '')) {
    parts.push(part);
    part = neighbourOf(part, 1);
  }
  return parts;
}
