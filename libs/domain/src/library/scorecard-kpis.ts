import type { MetricDefinition } from './built-in.js';
import type { Kpi } from './kpi.js';

/** A figure that is shown where a scorecard is, and needs none of its own in use. */
export type ScorecardKpi = Omit<Kpi, 'metric' | 'measures'> &
  Pick<MetricDefinition, 'direction' | 'timing'>;

const common = {
  tells: 'performance',
  roles: ['SDR', 'ISR', 'AE', 'AM'],
  direction: 'higher',
} as const;
const daily = {
  ...common,
  category: 'Activities and daily discipline',
  timing: 'leading',
  needs: ['a scorecard with daily minimums'],
} as const;

/** What scorecards come to. */
export const SCORECARD_KPIS: readonly ScorecardKpi[] = [
  {
    ...daily,
    id: 'K111',
    key: 'daily_objectives_met',
    name: 'Days with all minimums met',
    meaning: 'How steadily somebody does what a day asks for.',
    formula: 'Days on which every minimum was met, divided by the working days present',
    counts: 'Working days that are over; who is away is not asked for anything.',
    example: '20 working days, 2 of them away, all minimums met on 15: 83.3 %.',
  },
  {
    ...daily,
    id: 'K112',
    key: 'objective_streak',
    name: 'Days in a row',
    meaning: 'For how long somebody has met every minimum, day after day.',
    formula: 'Working days in a row until today or the day before on which every minimum was met',
    counts:
      'Weekends, holidays and days away neither break nor lengthen it; today does not break it.',
    example: 'Met on Thursday, Friday and Monday, open on Tuesday: 3.',
  },
  {
    ...common,
    id: 'K114',
    key: 'activity_score',
    name: 'Activity score',
    category: 'Activities and daily discipline',
    timing: 'leading',
    needs: ['a scorecard with activities'],
    meaning: 'How much of what a day or week asks for is done. 100 is all of it.',
    formula: 'What was done of each target, times the weight of the activity, added up',
    counts: 'The day or week of each activity; more than its target counts in full.',
    example: '10 of 20, 30 of 20, 5 of 5 and 2 of 4 at 20, 10, 30 and 40 %: 75.',
  },
  {
    ...common,
    id: 'K115',
    key: 'objective_score',
    name: 'Objective score',
    category: 'Activities and daily discipline',
    timing: 'lagging',
    needs: ['a scorecard with outcomes'],
    meaning: 'How much of what a month or quarter is to bring is there. 100 is all of it.',
    formula: 'What was reached of each target, times the weight of the outcome, added up',
    counts: 'The week, month or quarter of each outcome; more than its target counts in full.',
    example: '2 of 4 deals at 20 % and 40,000 of 20,000 at 80 %: 170.',
  },
];
