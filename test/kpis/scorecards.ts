import type {
  Absence,
  BusinessDate,
  Contribution,
  Measure,
  MeasureId,
  Metric,
  PersonId,
  Presence,
  ScorecardLine,
  TotalOf,
} from '@bellwether/domain';
import {
  BUILT_IN_MEASURES,
  BUILT_IN_METRICS,
  attendanceOf,
  bindMetric,
  measure,
  measureLine,
  meetsMinimum,
  objectivesMet,
  PLAIN_CALENDAR,
  periodOf,
  scoreOf,
  streakOf,
} from '@bellwether/domain';
import type { Example } from './example.js';
import { at, many, on, won } from './example.js';
import { countedOf } from './work-out.js';

/** What a scorecard must come to by what was sent. */
export interface ScorecardExample extends Omit<Example, 'asOf'> {
  readonly asOf: string;
  readonly lines: readonly ScorecardLine[];
  readonly absences?: readonly Absence[];
}

const line = (
  metric: string,
  part: ScorecardLine['part'],
  target: number,
  weight: number,
): ScorecardLine => ({
  metric,
  part,
  period: part === 'activity' ? 'day' : 'month',
  target,
  weight,
  minimum: null,
  cap: 150,
});

const CALLS: ScorecardLine = { ...line('calls', 'activity', 2_000, 100), minimum: 2_000 };

/** Two calls on each of these days of May 2026. */
const called = (days: readonly number[]) =>
  days.flatMap((day) =>
    many(2, (number) => ({
      type: 'call',
      externalId: `call-${day}-${number}`,
      endedAt: at(day),
      contact: `contact ${number}`,
    })),
  );

const away = (from: number, until: number): Absence => ({
  kind: 'holiday',
  from: on(from) as BusinessDate,
  until: on(until) as BusinessDate,
});

export const SCORECARD_EXAMPLES: readonly ScorecardExample[] = [
  {
    kpi: 'daily_objectives_met',
    expected: 15 / 18,
    asOf: on(29),
    lines: [CALLS],
    // Twenty working days from the first to the twenty-eighth, two of them away.
    absences: [away(11, 12)],
    records: called([1, 4, 5, 6, 7, 8, 13, 14, 15, 18, 19, 20, 21, 22, 25]),
  },
  {
    kpi: 'objective_streak',
    expected: 3,
    asOf: on(12),
    lines: [CALLS],
    records: called([5, 7, 8, 11]),
  },
  {
    kpi: 'activity_score',
    expected: 75,
    asOf: on(6),
    lines: [
      line('calls', 'activity', 20_000, 20),
      line('emails', 'activity', 20_000, 10),
      line('leads_created', 'activity', 5_000, 30),
      line('meetings_held', 'activity', 4_000, 40),
    ],
    records: [
      ...many(10, (number) => ({
        type: 'call',
        externalId: `call-${number}`,
        endedAt: at(6),
      })),
      ...many(30, (number) => ({ type: 'email', externalId: `mail-${number}`, sentAt: at(6) })),
      ...many(5, (number) => ({
        type: 'lead',
        externalId: `lead-${number}`,
        changedAt: at(6),
        createdAt: at(6),
      })),
      ...many(2, (number) => ({
        type: 'meeting',
        externalId: `meeting-${number}`,
        changedAt: at(6),
        status: 'held',
        heldAt: at(6),
      })),
    ],
  },
  {
    kpi: 'objective_score',
    expected: 170,
    asOf: on(20),
    lines: [line('deals_won', 'outcome', 4_000, 20), line('revenue_won', 'outcome', 2_000_000, 80)],
    records: [1, 2].flatMap((number) =>
      won(`won-${number}`, 6, { amount: '20000.00', currency: 'EUR' }),
    ),
  },
];

/** What the product's own rules make of it; scores are of 100. */
export function workOutScorecard(example: ScorecardExample): number | null {
  const measures = BUILT_IN_MEASURES.map((definition, index): Measure => ({
    ...definition,
    id: (index + 1) as MeasureId,
    version: 1,
  }));
  const metricOf = (key: string): Metric => {
    const definition = BUILT_IN_METRICS.find((metric) => metric.key === key);
    if (!definition) throw new Error(`There is no metric "${key}"`);
    return bindMetric(definition, 1, measures, 'EUR');
  };
  const counted = countedOf(example, measures, 1 as PersonId);
  const presence: Presence = {
    workingDays: null,
    absences: example.absences ?? [],
    holidays: new Set(),
    hiredOn: null,
    leftOn: null,
  };
  const today = example.asOf as BusinessDate;
  if (example.kpi.endsWith('score')) {
    const lines = example.lines.map((one) => {
      const metric = metricOf(one.metric);
      const period = periodOf(one.period, today, PLAIN_CALENDAR);
      const measured = measure(metric, totalsOf(counted, period.startsOn, period.endsOn));
      const about = { period, presence, measured, ownTarget: undefined, today, dayOver: 1 };
      return { ...one, attainment: measureLine(one, metric, about).attainment };
    });
    return scoreOf(lines)?.shown ?? null;
  }
  const days = attendanceOf(presence, on(1) as BusinessDate, today).present.map((date) => ({
    date,
    isMet: example.lines.every(({ metric: key, minimum }) => {
      const metric = metricOf(key);
      const { actual } = measure(metric, totalsOf(counted, date, date));
      return minimum === null || meetsMinimum(actual, minimum, metric.direction);
    }),
  }));
  if (example.kpi === 'objective_streak') {
    const strict = { misses: 0, monthOf: (date: BusinessDate) => date.slice(0, 7) };
    return streakOf(days, today, strict).current;
  }
  const { daysMet, daysPresent } = objectivesMet(days, today);
  return daysMet / daysPresent;
}

function totalsOf(
  counted: readonly Contribution[],
  from: BusinessDate | null,
  to: BusinessDate | null,
): TotalOf {
  return (measureId) =>
    counted
      .filter((one) => one.measureId === measureId)
      .filter(({ date }) => (from ?? date) <= date && date <= (to ?? date))
      .reduce((sum, { quantity }) => sum + quantity, 0);
}
