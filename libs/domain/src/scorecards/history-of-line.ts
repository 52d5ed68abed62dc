import type { Metric } from '../metrics/metric.js';
import type { Attendance, Presence } from '../people/presence.js';
import { attendanceOf } from '../people/presence.js';
import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';
import type { FiscalCalendar } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';
import { addsUp } from './prorate-target.js';
import type { ScorecardPeriod } from './scorecard.js';

/** How many whole weeks a proposal looks back. */
const WEEKS = 12;
/** A month is a third of thirteen weeks, and a quarter all of them: by how much a stretch of so many weeks is less. */
const THIRTEEN_OF_TWELVE = 13 / 12;

const STRETCHES: Readonly<Record<ScorecardPeriod, { weeks: number; times: number }>> = {
  day: { weeks: 1, times: 1 },
  week: { weeks: 1, times: 1 },
  month: { weeks: 4, times: THIRTEEN_OF_TWELVE },
  quarter: { weeks: 12, times: THIRTEEN_OF_TWELVE },
};

/** The twelve whole weeks before this one. */
export function historyBefore(
  today: BusinessDate,
  calendar: FiscalCalendar,
): {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
} {
  const thisWeek = periodOf('week', today, calendar).key as BusinessDate;
  return { from: addDays(thisWeek, -7 * WEEKS), to: addDays(thisWeek, -1) };
}

interface History {
  readonly from: BusinessDate;
  readonly presence: Presence;
  /** What was reached from a day to a day; null when there is nothing to divide by. */
  readonly reached: (from: BusinessDate, to: BusinessDate) => number | null;
}

/**
 * What somebody reached in each day, week, … of their last twelve weeks. Stretches in which they were away for more than
 * half of the time tell nothing; of others, what adds up is taken as if they had been there all the time.
 */
export function historyOfLine(
  metric: Pick<Metric, 'formula' | 'direction'>,
  period: ScorecardPeriod,
  { from, presence, reached }: History,
): readonly number[] {
  const { weeks, times } = STRETCHES[period];
  const values: number[] = [];
  for (let week = 0; week < WEEKS; week += weeks) {
    const first = addDays(from, 7 * week);
    const last = addDays(first, 7 * weeks - 1);
    const attendance = attendanceOf(presence, first, last);
    const stretches =
      period === 'day' ? attendance.present.map((date) => ({ first: date, last: date })) : [];
    if (period !== 'day' && isTelling(attendance)) stretches.push({ first, last });
    for (const stretch of stretches) {
      const value = reached(stretch.first, stretch.last);
      if (value !== null) values.push(value * (addsUp(metric) ? scale(period, attendance) : 1));
    }
  }
  return values;

  function scale(of: ScorecardPeriod, { days, present }: Attendance): number {
    return of === 'day' ? 1 : (times * days.length) / present.length;
  }
}

function isTelling({ days, present }: Attendance): boolean {
  return present.length > 0 && present.length * 2 >= days.length;
}
