import type { AmountRule, MeasureDefinition } from '../../measures/measure.js';
import type { MetricDefinition } from '../built-in.js';
import {
  averageOf,
  computed,
  countUnit,
  counter,
  created,
  on,
  owner,
  sumOf,
} from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { customers } from './gathered.js';
import { money, named } from './of-won.js';

const category = 'Account management';

/** What a customer's people did with the product. */
function used(key: string, words: Parameters<typeof counter>[1], kind: string): MeasureDefinition {
  const when = `usage.kind == "${kind}"`;
  return counter(key, words, { record: 'usage', when, dates: on('usedAt') });
}

const session = { record: 'usage', when: 'usage.kind == "session" && has(usage.seconds)' } as const;
const sessions = counter(
  'sessions_timed',
  { one: 'session', many: 'sessions' },
  { ...session, dates: on('usedAt') },
);
const sessionTime: MeasureDefinition = {
  key: 'session_time',
  unit: 'duration',
  words: named('in sessions'),
  rules: [{ ...session, credit: owner, dates: on('usedAt'), amount: money('seconds') }],
};

const tickets = counter(
  'tickets_opened',
  { one: 'ticket opened', many: 'tickets opened' },
  { record: 'ticket', dates: [...on('openedAt'), { kind: 'first-heard' }] },
);

/** Of the accounts that somebody looks after, for as long as they do. */
function assigned(
  key: string,
  words: { readonly one: string; readonly many: string },
  amount: AmountRule,
): MeasureDefinition {
  const rule = { record: 'account', credit: owner, dates: on('assignedOn'), amount } as const;
  return { key, unit: 'count', words, rules: [{ ...rule, lasts: { until: on('releasedOn') } }] };
}

const seats = assigned('seats', { one: 'seat', many: 'seats' }, money('seats'));

function ticketsPer(key: string, title: string, measure: string): MetricDefinition {
  return computed(key, title, {
    unit: { kind: 'per' },
    timing: 'leading',
    direction: 'lower',
    parts: {
      tickets: { terms: { tickets_opened: 1 } },
      all: { terms: { [measure]: 1 }, window: 'closing' },
    },
    cel: 'tickets / all',
  });
}

const END = 'as of the end of the period, or as of now while it runs';

/** How those fare who bought. */
export const CUSTOMER_KPIS: readonly Kpi[] = [
  {
    id: 'K102',
    key: 'referrals_and_case_studies',
    name: 'Referrals and case studies',
    category: 'Customer economics',
    meaning: 'How often customers speak for the product.',
    formula: 'Leads of the channel referral, and case studies published, added up',
    counts: 'The day the lead was created, the day the case study was published.',
    tells: 'growth',
    roles: ['AM', 'marketing'],
    needs: ['leads of the channel “referral”', 'references of the kind “case-study”'],
    example: '6 referrals and one case study: 7.',
    metric: sumOf(
      'referrals_and_case_studies',
      'Referrals and case studies',
      countUnit('reference', 'references'),
      'leading',
      { referrals: 1, case_studies: 1 },
    ),
    measures: [
      counter(
        'referrals',
        { one: 'referral', many: 'referrals' },
        { record: 'lead', when: 'lead.channel == "referral"', dates: created },
      ),
      counter(
        'case_studies',
        { one: 'case study', many: 'case studies' },
        { record: 'reference', when: 'reference.kind == "case-study"', dates: on('publishedAt') },
      ),
    ],
  },
  {
    id: 'K119',
    key: 'logins',
    name: 'Logins',
    category,
    meaning: 'How often a customer’s people come to the product.',
    formula: 'Number of logins',
    counts: 'The day of the login, for whoever looks after the customer.',
    tells: 'growth',
    roles: ['AM'],
    needs: ['use of the kind login'],
    example: '84 logins: 84.',
    metric: sumOf('logins', 'Logins', countUnit('login', 'logins'), 'leading'),
    measures: [used('logins', { one: 'login', many: 'logins' }, 'login')],
  },
  {
    id: 'K120',
    key: 'session_duration',
    name: 'Session length',
    category,
    meaning: 'For how long a customer’s people work with the product at a time.',
    formula: 'Length of all sessions, divided by the sessions',
    counts: 'The day the session ended, for whoever looks after the customer.',
    tells: 'performance',
    roles: ['AM'],
    needs: ['use of the kind session with its seconds'],
    example: '600, 900 and 300 seconds: 10 min.',
    metric: averageOf('session_duration', 'Session length', {
      unit: { kind: 'duration' },
      timing: 'leading',
      direction: 'higher',
      total: { session_time: 1 },
      count: { sessions_timed: 1 },
    }),
    measures: [sessionTime, sessions],
  },
  {
    id: 'K121',
    key: 'product_usage',
    name: 'Product use',
    category,
    meaning: 'How much a customer’s people do with the product.',
    formula: 'Number of times that a feature was used',
    counts: 'The day of the use, for whoever looks after the customer.',
    tells: 'growth',
    roles: ['AM'],
    needs: ['use of the kind feature'],
    example: 'Used 42 times, and 9 logins: 42.',
    metric: sumOf('product_usage', 'Product use', countUnit('use', 'uses'), 'leading', {
      feature_uses: 1,
    }),
    measures: [used('feature_uses', { one: 'use', many: 'uses' }, 'feature')],
  },
  {
    id: 'K122',
    key: 'tickets_per_user',
    name: 'Tickets per user',
    category,
    meaning: 'How often those who may use the product need help.',
    formula: 'Tickets opened, divided by the seats of the accounts that somebody looks after',
    counts: `Tickets on the day they were opened, seats ${END}.`,
    tells: 'performance',
    roles: ['AM'],
    needs: ['tickets', 'accounts with their seats and the day they were assigned'],
    example: '24 tickets and 60 seats: 0.4.',
    metric: ticketsPer('tickets_per_user', 'Tickets per user', 'seats'),
    measures: [tickets, seats],
  },
  {
    id: 'K123',
    key: 'tickets_per_company',
    name: 'Tickets per company',
    category,
    meaning: 'How often a customer needs help.',
    formula:
      'Tickets opened, divided by the customers with a subscription, also those that wrote none',
    counts: `Tickets on the day they were opened, customers ${END}.`,
    tells: 'performance',
    roles: ['AM'],
    needs: ['tickets', 'subscriptions with their account, start and end'],
    example: '24 tickets and 30 customers: 0.8.',
    metric: ticketsPer('tickets_per_company', 'Tickets per company', 'customers'),
    measures: [tickets, customers],
  },
];
