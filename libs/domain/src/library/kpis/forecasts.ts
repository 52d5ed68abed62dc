import type { MeasureDefinition } from '../../measures/measure.js';
import { REVENUE_WON } from '../built-in.js';
import { computed, countUnit, counter, created, on } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { qualifiedDeals, revenueLost } from './closing.js';
import { cohort } from './leads.js';
import { money, named } from './of-won.js';
import { IS_OPEN } from './open-pipeline.js';
import { closingTime } from './pipeline.js';
import { quota, quotaOfDeals } from './quotas.js';

const expected: MeasureDefinition = {
  key: 'open_expected',
  unit: 'money',
  words: named('open, expected to close'),
  rules: [
    {
      record: 'deal',
      when: `${IS_OPEN} && has(deal.expectedOn)`,
      credit: { kind: 'split' },
      dates: on('expectedOn'),
      amount: money('amount'),
    },
  ],
};
const leadsToMql = counter('created_leads_to_mql', named('leads that became an MQL'), {
  record: 'lead',
  credit: { kind: 'field', fields: ['createdBy', 'owner'] },
  reached: [{ field: 'status', values: ['mql', 'sal', 'sql', 'converted'] }],
  dates: created,
});

const won = { [REVENUE_WON]: 1 };

/** What has to happen for things to come out well. */
export const FORECAST_KPIS: readonly Kpi[] = [
  {
    id: 'K004',
    key: 'lead_velocity_rate',
    name: 'Lead velocity rate',
    category: 'Lead generation and qualifying',
    meaning: 'How fast the number of qualified leads grows.',
    formula: 'SQLs of the period less those of the period before, divided by the latter',
    counts:
      'The day a lead becomes an SQL for the first time. Tells something once the period is over: while it runs, a part is measured against a whole.',
    tells: 'growth',
    roles: ['marketing', 'SDR', 'executive'],
    needs: ['leads with their status'],
    example: '180 SQLs in April and 216 in May: 20 %.',
    metric: computed('lead_velocity_rate', 'Lead velocity rate', {
      unit: { kind: 'ratio' },
      timing: 'leading',
      direction: 'higher',
      parts: {
        now: { terms: { leads_qualified: 1 } },
        before: { terms: { leads_qualified: 1 }, window: 'previous' },
      },
      cel: '(now - before) / before',
    }),
    measures: [],
  },
  {
    id: 'K028',
    key: 'reverse_funnel',
    name: 'Leads needed',
    category: 'Lead generation and qualifying',
    meaning: 'How many leads it takes to win as many deals as the quota asks for.',
    formula:
      'Deals of the quota, divided by the share of deals won, of MQLs that become an SQL, and of leads that become an MQL, rounded up each time',
    counts:
      'The quota of the period; the shares of the twelve months until its end, or until today, each cohort on the day it began.',
    tells: 'growth',
    roles: ['executive', 'manager', 'marketing'],
    needs: [
      'quotas with their deals',
      'leads with their status',
      'deals with their status and the day they were qualified',
    ],
    example: '10 deals at 25 %, 20 % and 30 %: 40 SQLs, 200 MQLs, 667 leads.',
    metric: computed('reverse_funnel', 'Leads needed', {
      unit: countUnit('lead', 'leads'),
      timing: 'leading',
      direction: 'lower',
      parts: {
        wins: { terms: { quota_of_deals: 1 } },
        sqls: { terms: { deals_qualified: 1 }, window: 'year' },
        sqls_won: { terms: { qualified_deals_won: 1 }, window: 'year' },
        mqls: { terms: { mql_cohort: 1 }, window: 'year' },
        mqls_to_sql: { terms: { mql_cohort_to_sql: 1 }, window: 'year' },
        leads: { terms: { leads_created: 1 }, window: 'year' },
        leads_to_mql: { terms: { created_leads_to_mql: 1 }, window: 'year' },
      },
      // Multiplied first: a whole number is then divided, and nothing is rounded up for a bit too many.
      cel: 'ceil(ceil(ceil(wins * sqls / sqls_won) * mqls / mqls_to_sql) * leads / leads_to_mql)',
    }),
    measures: [quotaOfDeals, ...qualifiedDeals, ...cohort('mql', 'MQL'), leadsToMql],
  },
  {
    id: 'K036',
    key: 'sales_velocity',
    name: 'Sales velocity',
    category: 'Pipeline',
    meaning: 'How much money a day comes through the pipeline.',
    formula:
      'Deals closed × win rate × mean amount won ÷ mean days from qualified to won: that is the amount won, divided by these days',
    counts: 'The day of the close.',
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['won deals with their amount and the day they were qualified or created'],
    example: '25 deals closed, 24 % won at 42,000 after 78 days: 3,230.77 a day.',
    metric: computed('sales_velocity', 'Sales velocity', {
      unit: { kind: 'money' },
      timing: 'lagging',
      direction: 'higher',
      parts: {
        revenue: { terms: won },
        deals: { terms: { deals_timed: 1 } },
        seconds: { terms: { closing_time: 1 } },
      },
      cel: 'revenue / (seconds / deals / 86400)',
    }),
    measures: closingTime(),
  },
  {
    id: 'K038',
    key: 'pipeline_coverage',
    name: 'Pipeline coverage',
    category: 'Pipeline',
    meaning: 'Whether there is enough open to make the rest of the quota.',
    formula: 'Open deals expected to close in the period, divided by the quota less what is won',
    counts:
      'Open deals on the day they are expected to close. Once the quota is made there is no value.',
    tells: 'growth',
    roles: ['AE', 'manager'],
    needs: ['deals with their amount and expected close', 'quotas with their amount and days'],
    example: '4.8 million open and 1.6 million to go: 3 times.',
    metric: computed('pipeline_coverage', 'Pipeline coverage', {
      unit: { kind: 'per' },
      timing: 'leading',
      direction: 'higher',
      parts: {
        open: { terms: { open_expected: 1 } },
        won: { terms: won },
        quota: { terms: { quota: 1 } },
      },
      cel: 'quota > won ? open / (quota - won) : 0 / 0',
    }),
    measures: [expected, quota],
  },
  {
    id: 'K039',
    key: 'pipeline_gap_alert',
    name: 'Coming pipeline gap',
    category: 'Pipeline',
    meaning: 'How much is missing in the pipeline for the quota of the next period.',
    formula:
      'Quota of the next period that is not won yet, divided by the win rate by value, less the open deals expected to close in it',
    counts:
      'The next period’s quota and open deals; the win rate of the twelve months until the period’s end, or until today. Below 0 there is more than enough.',
    tells: 'growth',
    roles: ['AE', 'manager'],
    needs: [
      'deals with their status, amount and expected close',
      'quotas with their amount and days',
    ],
    example:
      'A quota of 300,000 at 25 % needs 1,200,000, and 900,000 are open: 300,000 are missing.',
    metric: computed('pipeline_gap_alert', 'Coming pipeline gap', {
      unit: { kind: 'money' },
      timing: 'leading',
      direction: 'lower',
      parts: {
        quota: { terms: { quota: 1 }, window: 'next' },
        won_ahead: { terms: won, window: 'next' },
        open: { terms: { open_expected: 1 }, window: 'next' },
        won: { terms: won, window: 'year' },
        lost: { terms: { revenue_lost: 1 }, window: 'year' },
      },
      cel: 'quota > 0 ? max(quota - won_ahead, 0) * (won + lost) / won - open : 0 / 0',
    }),
    measures: [expected, quota, revenueLost],
  },
];
