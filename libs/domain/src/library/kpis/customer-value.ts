import type { MeasureDefinition } from '../../measures/measure.js';
import type { MetricUnit } from '../../metrics/metric.js';
import type { MetricDefinition, PartDefinition } from '../built-in.js';
import { computed, countUnit, sumOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { spent } from './costs.js';
import { customerMrr, customers, customersLost, gathered, newLogos } from './gathered.js';
import { margin } from './closing.js';

const category = 'Customer economics';

const winning = spent(
  'winning_cost',
  'spent on sales and marketing',
  'has(cost.kind) && (cost.kind == "sales" || cost.kind == "marketing")',
);
const keeping = spent(
  'keeping_cost',
  'spent on customers',
  '(has(cost.kind) && cost.kind == "customer-success") || (has(cost.step) && cost.step == "renewal")',
);
const before = gathered('customers_a_year_ago', 'count', {
  one: 'customer a year ago',
  many: 'customers a year ago',
});

/** How many months a customer is taken to stay at most. */
const LONGEST = 60;
const value = {
  monthly: { terms: { customer_mrr: 1 }, window: 'closing' },
  all: { terms: { customers: 1 }, window: 'closing' },
  lost: { terms: { customers_lost: 1 }, window: 'year' },
  before: { terms: { customers_a_year_ago: 1 }, window: 'closing' },
  revenue: { terms: { costed_revenue: 1 }, window: 'year' },
  cost: { terms: { cost_of_revenue: 1 }, window: 'year' },
} as const;
const CLTV =
  `monthly / all * ((revenue - cost) / revenue) * ` +
  `(lost > 0 ? min(${LONGEST}, 12 * before / lost) : ${LONGEST})`;
const ofValue: readonly MeasureDefinition[] = [
  customerMrr,
  customers,
  customersLost,
  before,
  ...margin,
];

const acquired: Readonly<Record<string, PartDefinition>> = {
  spent: { terms: { winning_cost: 1 } },
  won: { terms: { new_logos: 1 } },
};

function figure(
  key: string,
  title: string,
  unit: MetricUnit,
  direction: MetricDefinition['direction'],
  parts: Readonly<Record<string, PartDefinition>>,
  cel: string,
): MetricDefinition {
  return computed(key, title, { unit, timing: 'lagging', direction, parts, cel });
}

const VALUE_NEEDS = [
  'subscriptions with their account, monthly price, start and end',
  'won deals with their amount and cost',
] as const;
const COST_NEEDS = [
  'costs of the kind sales or marketing',
  'won deals with their account',
] as const;

/** What a customer is worth, and what it costs to win and to keep one. */
export const CUSTOMER_VALUE_KPIS: readonly Kpi[] = [
  {
    id: 'K079',
    key: 'new_logos',
    name: 'New logos',
    category: 'Quota, new and existing business',
    meaning: 'How many companies buy for the first time.',
    formula: 'Companies with their first deal ever won, a group of companies as one',
    counts: 'The day their first deal was won, by the parts of those who share it.',
    tells: 'growth',
    roles: ['AE', 'SDR'],
    needs: ['won deals with their account', 'accounts with the company above them'],
    example: '4 deals with 3 companies, one of them an old customer: 2.',
    metric: sumOf('new_logos', 'New logos', countUnit('new logo', 'new logos'), 'lagging'),
    measures: [newLogos],
  },
  {
    id: 'K096',
    key: 'cac',
    name: 'Customer acquisition cost',
    category,
    meaning: 'What it costs to win one new customer.',
    formula: 'Cost of sales and marketing, divided by the new logos',
    counts:
      'Both in the same period; a cost evenly over the Mondays to Fridays of the days for which it was. What is spent on customers that are there is not in it.',
    tells: 'cost',
    roles: ['executive', 'manager'],
    needs: COST_NEEDS,
    example: 'Sales 90,000 and marketing 60,000 for 30 new customers: 5,000.',
    metric: figure(
      'cac',
      'Customer acquisition cost',
      { kind: 'money' },
      'lower',
      acquired,
      'spent / won',
    ),
    measures: [winning, newLogos],
  },
  {
    id: 'K097',
    key: 'cltv',
    name: 'Customer lifetime value',
    category,
    meaning: 'What a customer leaves over the time it stays.',
    formula:
      'Revenue per customer and month, times the gross margin, times the months that customers stay: at most 60',
    counts:
      'As of the end of the period, or as of now; margin and customers lost over the twelve months until then.',
    tells: 'cost',
    roles: ['executive', 'AM'],
    needs: VALUE_NEEDS,
    example: '500 a month at 80 % margin, 3 % of the customers lost a month: 13,333.33.',
    metric: figure('cltv', 'Customer lifetime value', { kind: 'money' }, 'higher', value, CLTV),
    measures: ofValue,
  },
  {
    id: 'K098',
    key: 'clv_cac',
    name: 'Lifetime value to acquisition cost',
    category,
    meaning: 'How many times over a customer pays for being won.',
    formula: 'Customer lifetime value, divided by the customer acquisition cost',
    counts: 'As the two.',
    tells: 'cost',
    roles: ['executive'],
    needs: [...VALUE_NEEDS, ...COST_NEEDS],
    example: '13,333.33 and 5,000: 2.67.',
    metric: figure(
      'clv_cac',
      'Lifetime value to acquisition cost',
      { kind: 'per' },
      'higher',
      { ...value, ...acquired },
      `${CLTV} / (spent / won)`,
    ),
    measures: [...ofValue, winning, newLogos],
  },
  {
    id: 'K100',
    key: 'retention_cost_ratio',
    name: 'Winning to keeping',
    category,
    meaning: 'How much more it costs to win a customer than to keep one.',
    formula:
      'Customer acquisition cost, divided by what is spent on customers for each that is there',
    counts: 'Costs and new logos in the period; customers as of its end, or as of now.',
    tells: 'cost',
    roles: ['executive'],
    needs: [
      ...COST_NEEDS,
      'costs of the kind customer-success or with the step renewal',
      'subscriptions with their account, start and end',
    ],
    example: '5,000 to win one and 1,000 to keep one: 5.',
    metric: figure(
      'retention_cost_ratio',
      'Winning to keeping',
      { kind: 'per' },
      'higher',
      {
        ...acquired,
        kept: { terms: { keeping_cost: 1 } },
        all: { terms: { customers: 1 }, window: 'closing' },
      },
      'spent / won / (kept / all)',
    ),
    measures: [winning, newLogos, keeping, customers],
  },
];
