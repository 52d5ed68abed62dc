import type { MetricDefinition, PartDefinition } from '../built-in.js';
import { computed, counter, on, one, owner, proportionOf, seldom } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { customerMrr, customers, customersLost, gathered } from './gathered.js';

const category = 'Recurring revenue and retention';

const churned = gathered('mrr_churned', 'money', 'lost with customers');
const contracted = gathered('mrr_contracted', 'money', 'less from customers who stayed');
const expanded = gathered('mrr_expanded', 'money', 'more from customers');
const reactivated = gathered('mrr_reactivated', 'money', 'from customers who came back');
const opening = { terms: { customer_mrr: 1 }, window: 'opening' } as const;

const SUBSCRIPTIONS = 'subscriptions with their account, monthly price, start and end';
const BY_MONTH =
  'The day a price changes or a subscription ends, against what there was when the period began. What moves in the month in which a customer was won belongs to the winning.';
const A_YEAR = 'As of the end of the period, or as of now, against a year earlier.';
const roles = ['AM', 'executive'] as const;

function rate(
  key: string,
  title: string,
  direction: MetricDefinition['direction'],
  parts: Readonly<Record<string, PartDefinition>>,
  cel: string,
): MetricDefinition {
  const unit = { kind: 'ratio' } as const;
  return computed(key, title, { unit, timing: 'lagging', direction, parts, cel });
}

const dueOn = { record: 'contract', dates: on('dueOn'), credit: owner, amount: one } as const;

/** What becomes of those who bought. */
export const RETENTION_KPIS: readonly Kpi[] = [
  {
    id: 'K087',
    key: 'net_mrr_churn',
    name: 'Net MRR churn',
    category,
    meaning: 'How much of the monthly revenue is lost once what grew is set against it.',
    formula:
      'Lost and less from customers, less what grew and came back, divided by the monthly revenue when the period began',
    counts: BY_MONTH,
    tells: 'performance',
    roles,
    needs: [SUBSCRIPTIONS],
    example: 'Of 100 a month 10 are lost, 10 shrink and 10 grow: 10 %.',
    metric: rate(
      'net_mrr_churn',
      'Net MRR churn',
      'lower',
      {
        lost: { terms: { mrr_churned: 1, mrr_contracted: 1 } },
        gained: { terms: { mrr_expanded: 1, mrr_reactivated: 1 } },
        opening,
      },
      '(lost - gained) / opening',
    ),
    measures: [churned, contracted, expanded, reactivated, customerMrr],
  },
  {
    id: 'K088',
    key: 'gross_mrr_churn',
    name: 'Gross MRR churn',
    category,
    meaning: 'How much of the monthly revenue is lost.',
    formula: 'Lost and less from customers, divided by the monthly revenue when the period began',
    counts: BY_MONTH,
    tells: 'performance',
    roles,
    needs: [SUBSCRIPTIONS],
    example: 'Of 100 a month 10 are lost and 10 shrink: 20 %.',
    metric: rate(
      'gross_mrr_churn',
      'Gross MRR churn',
      'lower',
      { lost: { terms: { mrr_churned: 1, mrr_contracted: 1 } }, opening },
      'lost / opening',
    ),
    measures: [churned, contracted, customerMrr],
  },
  {
    id: 'K089',
    key: 'customer_count_churn',
    name: 'Customer churn',
    category,
    meaning: 'How many customers are lost.',
    formula: 'Customers lost, divided by the customers when the period began',
    counts:
      'The day a customer’s last subscription ends, unless it comes back in the same month or was won in it.',
    tells: 'performance',
    roles,
    needs: [SUBSCRIPTIONS],
    example: '5 of 200 customers are lost: 2.5 %.',
    metric: rate(
      'customer_count_churn',
      'Customer churn',
      'lower',
      {
        lost: { terms: { customers_lost: 1 } },
        before: { terms: { customers: 1 }, window: 'opening' },
      },
      'lost / before',
    ),
    measures: [customersLost, customers],
  },
  {
    id: 'K090',
    key: 'retention',
    name: 'Customer retention',
    category,
    meaning: 'How many customers stay.',
    formula: 'The customers when the period began that are not lost, divided by all of them',
    counts: 'As customer churn.',
    tells: 'performance',
    roles,
    needs: [SUBSCRIPTIONS],
    example: '5 of 200 customers are lost: 97.5 %.',
    metric: rate(
      'retention',
      'Customer retention',
      'higher',
      {
        lost: { terms: { customers_lost: 1 } },
        before: { terms: { customers: 1 }, window: 'opening' },
      },
      '1 - lost / before',
    ),
    measures: [customersLost, customers],
  },
  {
    id: 'K091',
    key: 'renewal_rate',
    name: 'Renewal rate',
    category,
    meaning: 'How many contracts that fall due are renewed.',
    formula: 'Contracts renewed, divided by the contracts due',
    counts: 'The day a contract is due, also where it is renewed earlier or somewhat later.',
    tells: 'performance',
    roles: ['AM'],
    needs: ['contracts with the day they are due and their status'],
    example: '45 of 50 contracts are renewed: 90 %.',
    metric: seldom(
      proportionOf(
        'renewal_rate',
        'Renewal rate',
        'lagging',
        { contracts_renewed: 1 },
        { contracts_due: 1 },
      ),
    ),
    measures: [
      counter(
        'contracts_renewed',
        { one: 'contract renewed', many: 'contracts renewed' },
        { ...dueOn, when: 'contract.status == "renewed"' },
      ),
      contractsDue(),
    ],
  },
  {
    id: 'K092',
    key: 'renewal_invitations',
    name: 'Renewals prepared',
    category,
    meaning: 'How many customers are talked with before their contract is due.',
    formula:
      'Contracts whose customer was talked with, or got an offer to renew, in the 120 days before, divided by the contracts due',
    counts: 'The day a contract is due.',
    tells: 'growth',
    roles: ['AM'],
    needs: [
      'contracts with their account and the day they are due',
      'calls and meetings with their account',
    ],
    example: '46 of 50 customers were talked with in time: 92 %.',
    metric: seldom(
      proportionOf(
        'renewal_invitations',
        'Renewals prepared',
        'leading',
        { contracts_invited: 1 },
        { contracts_due: 1 },
      ),
    ),
    measures: [
      gathered('contracts_invited', 'count', { one: 'of them prepared', many: 'of them prepared' }),
      contractsDue(),
    ],
  },
  {
    id: 'K094',
    key: 'nrr',
    name: 'Net revenue retention',
    category,
    meaning: 'What the customers of a year ago bring today.',
    formula:
      'Monthly revenue now of the customers of a year ago, divided by their monthly revenue then',
    counts: A_YEAR,
    tells: 'cost',
    roles,
    needs: [SUBSCRIPTIONS],
    example: 'Of 10.0 a year ago 1.8 grew, 0.6 shrank and 0.9 were lost: 103 %.',
    metric: rate(
      'nrr',
      'Net revenue retention',
      'higher',
      {
        now: { terms: { mrr_kept: 1 }, window: 'closing' },
        before: { terms: { mrr_a_year_ago: 1 }, window: 'closing' },
      },
      'now / before',
    ),
    measures: [
      gathered('mrr_kept', 'money', 'a month from customers of a year ago'),
      gathered('mrr_a_year_ago', 'money', 'a month a year ago'),
    ],
  },
  {
    id: 'K095',
    key: 'grr',
    name: 'Gross revenue retention',
    category,
    meaning: 'What is left of what customers brought a year ago, whatever else they bought.',
    formula:
      'For each customer of a year ago the lesser of now and then, added up, divided by what they brought then',
    counts: A_YEAR,
    tells: 'performance',
    roles,
    needs: [SUBSCRIPTIONS],
    example: 'Of 10.0 a year ago 0.6 shrank and 0.9 were lost: 85 %.',
    metric: rate(
      'grr',
      'Gross revenue retention',
      'higher',
      {
        left: { terms: { mrr_kept_at_most: 1 }, window: 'closing' },
        before: { terms: { mrr_a_year_ago: 1 }, window: 'closing' },
      },
      'left / before',
    ),
    measures: [
      gathered('mrr_kept_at_most', 'money', 'a month that is left of it'),
      gathered('mrr_a_year_ago', 'money', 'a month a year ago'),
    ],
  },
  {
    id: 'K099',
    key: 'arpu',
    name: 'Revenue per customer',
    category: 'Customer economics',
    meaning: 'What a customer brings in a month.',
    formula: 'Monthly recurring revenue, divided by the customers',
    counts:
      'As of the end of the period, or as of now; a customer with several subscriptions is one.',
    tells: 'cost',
    roles: ['executive', 'AM'],
    needs: [SUBSCRIPTIONS],
    example: '15 a month from 5 customers: 3.',
    metric: computed('arpu', 'Revenue per customer', {
      unit: { kind: 'money' },
      timing: 'lagging',
      direction: 'higher',
      parts: {
        monthly: { terms: { customer_mrr: 1 }, window: 'closing' },
        all: { terms: { customers: 1 }, window: 'closing' },
      },
      cel: 'monthly / all',
    }),
    measures: [customerMrr, customers],
  },
];

function contractsDue() {
  return counter('contracts_due', { one: 'contract due', many: 'contracts due' }, dueOn);
}
