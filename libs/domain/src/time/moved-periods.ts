import type { BusinessDate } from './business-date.js';
import type { FiscalCalendar } from './fiscal-calendar.js';
import type { Period } from './period.js';
import { PERIOD_KINDS, periodOf } from './period.js';

/** A running period that another calendar names or bounds otherwise. */
export interface MovedPeriod {
  readonly before: Period;
  readonly after: Period;
}

/** Which of the periods that run today are others by another calendar. */
export function movedPeriods(
  today: BusinessDate,
  before: FiscalCalendar,
  after: FiscalCalendar,
): readonly MovedPeriod[] {
  return PERIOD_KINDS.map((kind) => ({
    before: periodOf(kind, today, before),
    after: periodOf(kind, today, after),
  })).filter((one) => isOther(one.before, one.after));
}

function isOther(a: Period, b: Period): boolean {
  return a.key !== b.key || a.startsOn !== b.startsOn || a.endsOn !== b.endsOn;
}
