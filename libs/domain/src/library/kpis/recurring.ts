import type { DateRule, MeasureDefinition } from '../../measures/measure.js';
import type { MetricDefinition } from '../built-in.js';
import { computed, on, owner } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { named } from './of-won.js';

const category = 'Recurring revenue and retention';

/** What subscriptions bring in a year, for as long as they run. */
function yearly(
  key: string,
  words: string,
  dates: readonly DateRule[],
  until: readonly DateRule[],
): MeasureDefinition {
  return {
    key,
    unit: 'money',
    words: named(words),
    rules: [
      {
        record: 'subscription',
        credit: owner,
        dates,
        lasts: { until },
        // Kept for the year: a twelfth of a price is seldom a whole number of cents.
        amount: { kind: 'expression', cel: 'subscription.monthly * 12.0' },
      },
    ],
  };
}

const running = yearly('recurring', 'recurring a year', on('startsOn'), on('endsOn'));
const committed = yearly(
  'committed',
  'committed a year',
  on('signedAt', 'startsOn'),
  on('noticeAt', 'endsOn'),
);

function asOf(
  key: string,
  title: string,
  timing: MetricDefinition['timing'],
  measure: string,
  cel: string,
): MetricDefinition {
  const parts = { yearly: { terms: { [measure]: 1 }, window: 'closing' } } as const;
  return computed(key, title, { unit: { kind: 'money' }, timing, direction: 'higher', parts, cel });
}

const END = 'As of the end of the period, or as of now while it runs';

/** What comes again by itself. */
export const RECURRING_KPIS: readonly Kpi[] = [
  {
    id: 'K084',
    key: 'mrr',
    name: 'Monthly recurring revenue',
    category,
    meaning: 'What running subscriptions bring each month.',
    formula: 'Recurring prices of a month, added up; a twelfth of those of a year',
    counts: `${END}; a subscription from the day it starts until the day it ends.`,
    tells: 'growth',
    roles: ['executive', 'AM'],
    needs: ['subscriptions with their monthly price, start and end'],
    example: 'Four yearly subscriptions for 2,000 in all: 166.67.',
    metric: asOf('mrr', 'Monthly recurring revenue', 'lagging', 'recurring', 'yearly / 12'),
    measures: [running],
  },
  {
    id: 'K085',
    key: 'arr',
    name: 'Annual recurring revenue',
    category,
    meaning: 'What running subscriptions bring in a year.',
    formula: 'Twelve times the monthly recurring revenue',
    counts: `${END}; a subscription from the day it starts until the day it ends.`,
    tells: 'growth',
    roles: ['executive'],
    needs: ['subscriptions with their monthly price, start and end'],
    example: 'Four yearly subscriptions for 2,000 in all: 2,000.',
    metric: asOf('arr', 'Annual recurring revenue', 'lagging', 'recurring', 'yearly'),
    measures: [running],
  },
  {
    id: 'K086',
    key: 'cmrr',
    name: 'Committed recurring revenue',
    category,
    meaning:
      'What subscriptions will bring each month by all that is signed and cancelled already.',
    formula:
      'Monthly recurring revenue, and what is signed but has not started, less what is cancelled but has not ended',
    counts: `${END}; a signature and a cancellation each on their own day. An expansion counts when signed if it is a subscription of its own.`,
    tells: 'growth',
    roles: ['executive', 'AM'],
    needs: ['subscriptions with their monthly price, signature, start, cancellation and end'],
    example: '100,000 running, 8,000 and 3,000 signed, 5,000 cancelled: 106,000.',
    metric: asOf('cmrr', 'Committed recurring revenue', 'leading', 'committed', 'yearly / 12'),
    measures: [committed],
  },
];
