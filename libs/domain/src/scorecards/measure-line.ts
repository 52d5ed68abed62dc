import type { Metric } from '../metrics/metric.js';
import { daysOver } from '../pace/elapsed-days.js';
import type { Pace } from '../pace/pace.js';
import { paceOf } from '../pace/pace.js';
import type { Presence } from '../people/presence.js';
import { attendanceOf, shareOfWeek } from '../people/presence.js';
import type { BusinessDate } from '../time/business-date.js';
import type { Period } from '../time/period.js';
import { attainmentOf } from './attainment.js';
import type { Measured } from './measured.js';
import { addsUp, prorateTarget } from './prorate-target.js';
import type { ScorecardLine } from './scorecard.js';

/** A pace, and by how many of the person's working days it was worked out. */
export interface LinePace extends Pace {
  readonly elapsedDays: number;
  readonly totalDays: number;
  /** Today counts as far as it has come; otherwise only days that are over do. */
  readonly byTheHour: boolean;
}

export interface MeasuredLine {
  readonly line: ScorecardLine;
  readonly metric: Metric;
  readonly period: Period;
  readonly measured: Measured;
  /** For the days on which the person is there. */
  readonly target: number;
  readonly fullTarget: number;
  readonly hasOwnTarget: boolean;
  readonly attainment: number | null;
  /** Null for what is a level. */
  readonly pace: LinePace | null;
}

export interface LineOf {
  readonly period: Period;
  readonly presence: Presence;
  readonly measured: Measured;
  /** In place of the scorecard's; undefined when there is none. */
  readonly ownTarget: number | undefined;
  readonly today: BusinessDate;
  /** How much of today is over, 0 to 1. */
  readonly dayOver: number;
}

/** How far somebody has come with a line of their scorecard. */
export function measureLine(
  line: ScorecardLine,
  metric: Metric,
  { period, presence, measured, ownTarget, today, dayOver }: LineOf,
): MeasuredLine {
  const { days, present } = daysIn(period, presence);
  const fullTarget = ownTarget ?? line.target;
  const isWhole = line.period === 'day' || ownTarget !== undefined;
  const target = prorateTarget(fullTarget, metric, {
    present: present.length,
    days: days.length,
    shareOfWeek: isWhole ? 1 : shareOfWeek(presence),
  });
  const byTheHour = line.period === 'day';
  const elapsed = byTheHour ? dayOver * present.length : daysOver(present, today);
  const progress = { actual: measured.actual ?? 0, target, elapsed, total: present.length };
  return {
    line,
    metric,
    period,
    measured,
    target,
    fullTarget,
    hasOwnTarget: ownTarget !== undefined,
    attainment: attainmentOf(measured.actual, target, metric.direction),
    pace: addsUp(metric)
      ? { ...paceOf(progress), elapsedDays: elapsed, totalDays: present.length, byTheHour }
      : null,
  };
}

/** The working days of a period that has an end. */
function daysIn({ startsOn, endsOn }: Period, presence: Presence) {
  if (startsOn === null || endsOn === null) throw new Error('All time is no period of a scorecard');
  return attendanceOf(presence, startsOn, endsOn);
}
