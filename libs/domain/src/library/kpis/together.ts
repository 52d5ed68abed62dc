import type { MetricUnit } from '../../metrics/metric.js';
import type { MetricDefinition, PartDefinition } from '../built-in.js';
import {
  averageOf,
  computed,
  counter,
  countUnit,
  entered,
  proportionOf,
  seldom,
  sumOf,
} from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { clients, customers, gathered } from './gathered.js';
import { ofWon } from './of-won.js';

const qualified = counter(
  'sqls_of_accounts',
  { one: 'SQL', many: 'SQLs' },
  { record: 'lead', when: 'has(lead.status)', dates: [entered('status', 'sql')] },
);
const open = gathered('deals_open', 'count', { one: 'open deal', many: 'open deals' });

function share(
  key: string,
  title: string,
  {
    timing = 'leading',
    direction = 'higher',
  }: Partial<Pick<MetricDefinition, 'timing' | 'direction'>>,
  some: PartDefinition,
  all: PartDefinition,
): MetricDefinition {
  if (!some.window && !all.window) {
    return { ...proportionOf(key, title, timing, some.terms, all.terms), direction };
  }
  const unit: MetricUnit = { kind: 'ratio' };
  return computed(key, title, { unit, timing, direction, parts: { some, all }, cel: 'some / all' });
}

const period = (measure: string): PartDefinition => ({ terms: { [measure]: 1 } });
const closing = (measure: string): PartDefinition => ({ ...period(measure), window: 'closing' });

const NOW = 'As of the end of the period, or as of now while it runs';

/** What is known only once records are seen together: those of a company, a deal, a conversation. */
export const TOGETHER_KPIS: readonly Kpi[] = [
  {
    id: 'K023',
    key: 'responses',
    name: 'Responses',
    category: 'Lead generation and qualifying',
    meaning: 'How many conversations somebody answers.',
    formula: 'First answers by hand in a conversation of e-mails',
    counts: 'The day of the first answer; further ones and automatic ones do not count.',
    tells: 'growth',
    roles: ['SDR'],
    needs: ['e-mails with their thread and direction'],
    example: '22 answers, 4 of them second ones and 3 automatic: 15.',
    metric: sumOf('responses', 'Responses', countUnit('response', 'responses'), 'leading'),
    measures: [gathered('responses', 'count', { one: 'response', many: 'responses' })],
  },
  {
    id: 'K044',
    key: 'stalled_deals',
    name: 'Stalled deals',
    category: 'Pipeline',
    meaning: 'How much of the pipeline stands still.',
    formula:
      'Open deals without a change of step, a conversation or a meeting for 30 days, divided by the open deals',
    counts: `${NOW}.`,
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['deals with their step', 'calls and meetings with their deal'],
    example: '4 of 5 open deals have stood still for more than 30 days: 80 %.',
    metric: share(
      'stalled_deals',
      'Stalled deals',
      { direction: 'lower' },
      closing('deals_still'),
      closing('deals_open'),
    ),
    measures: [
      gathered('deals_still', 'count', {
        one: 'deal that stands still',
        many: 'deals that stand still',
      }),
      open,
    ],
  },
  {
    id: 'K046',
    key: 'sql_to_poc',
    name: 'SQL to trial',
    category: 'Trials and evaluations',
    meaning: 'How many leads worth selling to complete a trial.',
    formula: 'SQLs whose company completed a trial, divided by the SQLs',
    counts: 'The day a lead became an SQL, also for a trial that comes later.',
    tells: 'performance',
    roles: ['SE', 'AE'],
    needs: ['leads with their status and account', 'trials with their account'],
    example: '15 of 50 SQLs complete a trial: 30 %.',
    metric: share(
      'sql_to_poc',
      'SQL to trial',
      {},
      period('qualified_with_trial'),
      period('sqls_of_accounts'),
    ),
    measures: [
      gathered('qualified_with_trial', 'count', {
        one: 'of them with a trial',
        many: 'of them with a trial',
      }),
      qualified,
    ],
  },
  {
    id: 'K053',
    key: 'sql_to_successful_poc',
    name: 'SQL to successful trial',
    category: 'Trials and evaluations',
    meaning: 'How many leads worth selling to come to a trial that convinces.',
    formula: 'SQLs whose company came to a successful trial, divided by the SQLs',
    counts: 'The day a lead became an SQL, also for a trial that comes later.',
    tells: 'performance',
    roles: ['SE', 'AE'],
    needs: ['leads with their status and account', 'trials with their account and success'],
    example: '9 of 50 SQLs come to a successful trial: 18 %.',
    metric: share(
      'sql_to_successful_poc',
      'SQL to successful trial',
      {},
      period('qualified_with_success'),
      period('sqls_of_accounts'),
    ),
    measures: [
      gathered('qualified_with_success', 'count', {
        one: 'of them successful',
        many: 'of them successful',
      }),
      qualified,
    ],
  },
  {
    id: 'K071',
    key: 'deal_quality_guard',
    name: 'Deals of low quality',
    category: 'Closing deals',
    meaning: 'How many deals were won at too low a price, or did not last.',
    formula:
      'Won deals with a margin below 20 %, or whose subscription ended within 90 days, divided by the won deals',
    counts: 'The day the deal was won, also for what is cancelled later.',
    tells: 'performance',
    roles: ['AE'],
    needs: [
      'won deals with their cost',
      'subscriptions with the deal that they came of and their end',
    ],
    example: 'Of 25 won deals 2 are below the margin, 3 end early, one of them both: 16 %.',
    metric: share(
      'deal_quality_guard',
      'Deals of low quality',
      { timing: 'lagging', direction: 'lower' },
      period('deals_of_low_quality'),
      period('deals_checked'),
    ),
    measures: [
      gathered('deals_of_low_quality', 'count', {
        one: 'deal of low quality',
        many: 'deals of low quality',
      }),
      ofWon('deals_checked', 'count', { one: 'deal won', many: 'deals won' }, { kind: 'one' }),
    ],
  },
  {
    id: 'K103',
    key: 'onboarding_time',
    name: 'Onboarding time',
    category: 'Customer economics',
    meaning: 'How long new customers take to get something out of it.',
    formula:
      'Days from the first won deal to the first milestone in the product, divided by the customers that reached one',
    counts: 'The day the milestone was reached.',
    tells: 'performance',
    roles: ['AM'],
    needs: ['won deals with their account', 'use of the kind milestone with its account'],
    example: 'Three customers took 5, 9 and 16 days: 10 days.',
    metric: seldom(
      averageOf('onboarding_time', 'Onboarding time', {
        unit: { kind: 'days' },
        timing: 'leading',
        direction: 'lower',
        total: { onboarding_time: 1 },
        count: { customers_onboarded: 1 },
      }),
    ),
    measures: [
      gathered('onboarding_time', 'duration', 'until the first milestone'),
      gathered('customers_onboarded', 'count', { one: 'customer', many: 'customers' }),
    ],
  },
  {
    id: 'K110',
    key: 'prospecting_larger_companies',
    name: 'Large companies approached',
    category: 'Activities and daily discipline',
    meaning: 'How many large companies somebody gets in touch with for the first time.',
    formula:
      'Companies with 1,000 people or more that were called, written to or met for the first time',
    counts: 'The day of the first touch, for whoever it was.',
    tells: 'growth',
    roles: ['SDR', 'AE'],
    needs: ['accounts with their employees', 'calls, e-mails and meetings with their account'],
    example: '30 companies approached, 8 of them with 1,000 people or more: 8.',
    metric: sumOf(
      'prospecting_larger_companies',
      'Large companies approached',
      countUnit('large company', 'large companies'),
      'leading',
      { large_companies_touched: 1 },
    ),
    measures: [
      gathered('large_companies_touched', 'count', {
        one: 'large company',
        many: 'large companies',
      }),
    ],
  },
  {
    id: 'K113',
    key: 'database_hygiene',
    name: 'Deals kept well',
    category: 'Activities and daily discipline',
    meaning: 'How much of the pipeline can be relied on.',
    formula:
      'Open deals with account, amount and expected close that moved within 30 days, divided by the open deals',
    counts: `${NOW}.`,
    tells: 'performance',
    roles: ['SDR', 'ISR', 'AE', 'AM'],
    needs: ['deals with account, amount and expected close', 'calls and meetings with their deal'],
    example: '3 of 5 open deals are complete and moved lately: 60 %.',
    metric: share(
      'database_hygiene',
      'Deals kept well',
      {},
      closing('deals_kept_well'),
      closing('deals_open'),
    ),
    measures: [
      gathered('deals_kept_well', 'count', { one: 'deal kept well', many: 'deals kept well' }),
      open,
    ],
  },
  {
    id: 'K118',
    key: 'client_contact_coverage',
    name: 'Clients talked with',
    category: 'Account management',
    meaning: 'How many clients hear from whoever looks after them.',
    formula: 'Clients with a conversation in a month, divided by the clients looked after',
    counts: `The first conversation of a month with each client; clients ${NOW.toLowerCase()}. Made for months.`,
    tells: 'performance',
    roles: ['AM'],
    needs: ['accounts with their owner and since when', 'calls and meetings with their account'],
    example: '27 of 30 clients were talked with: 90 %.',
    metric: share(
      'client_contact_coverage',
      'Clients talked with',
      {},
      period('clients_contacted'),
      closing('clients'),
    ),
    measures: [
      gathered('clients_contacted', 'count', {
        one: 'client talked with',
        many: 'clients talked with',
      }),
      clients,
    ],
  },
  {
    id: 'K117',
    key: 'conversations_per_client',
    name: 'Conversations per client',
    category: 'Account management',
    meaning: 'How often clients are talked with.',
    formula: 'Conversations with clients looked after, divided by the clients on an average day',
    counts:
      'The day of the conversation, with the same contact one a day; a client taken over in mid-month counts for the rest of it.',
    tells: 'performance',
    roles: ['AM'],
    needs: ['accounts with their owner and since when', 'calls and meetings with their account'],
    example: '90 conversations with 30 clients: 3 for each.',
    metric: computed('conversations_per_client', 'Conversations per client', {
      unit: { kind: 'per' },
      timing: 'leading',
      direction: 'higher',
      parts: {
        conversations: period('conversations_with_clients'),
        clients: { terms: { clients: 1 }, window: 'average' },
      },
      cel: 'conversations / clients',
    }),
    measures: [
      gathered('conversations_with_clients', 'count', {
        one: 'conversation with a client',
        many: 'conversations with clients',
      }),
      clients,
    ],
  },
  {
    id: 'K124',
    key: 'clients_free_of_issues',
    name: 'Customers free of issues',
    category: 'Account management',
    meaning: 'How many customers have nothing urgent to complain of.',
    formula: 'Customers without an open ticket that is high or urgent, divided by the customers',
    counts: `${NOW}.`,
    tells: 'performance',
    roles: ['AM'],
    needs: [
      'subscriptions with their account, start and end',
      'tickets with account, priority and status',
    ],
    example: '28 of 30 customers: 93.3 %.',
    metric: share(
      'clients_free_of_issues',
      'Customers free of issues',
      {},
      closing('customers_free_of_issues'),
      closing('customers'),
    ),
    measures: [
      gathered('customers_free_of_issues', 'count', {
        one: 'customer free of issues',
        many: 'customers free of issues',
      }),
      customers,
    ],
  },
];
