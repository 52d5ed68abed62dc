import type { Facet, MeasureDefinition } from '../../measures/measure.js';
import { REVENUE_WON } from '../built-in.js';
import { computed, on, owner, shareOf, sumOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { revenueByProduct } from './deal-breakdowns.js';
import { money, named, ofWon } from './of-won.js';

const category = 'Quota, new and existing business';
const OWN = '!(has(quota.scope) && quota.scope == "team")';
/** Not only for a product, nor only for customers new or old. */
const WHOLE = '!has(quota.product) && !has(quota.business)';

/** What is to be brought in, evenly over the weekdays of its days. */
function quotas(
  unit: MeasureDefinition['unit'],
  {
    key,
    words,
    when,
    field,
    by,
  }: Readonly<Record<'key' | 'words' | 'when' | 'field', string>> & {
    readonly by?: Facet;
  },
): MeasureDefinition {
  const dates = { dates: on('from'), spreadUntil: on('until') };
  return {
    key,
    unit,
    words: named(words),
    ...(by && { by }),
    rules: [{ record: 'quota', when, credit: owner, ...dates, amount: money(field) }],
  };
}

export const quota = quotas('money', {
  key: 'quota',
  words: 'quota',
  when: `${OWN} && ${WHOLE}`,
  field: 'amount',
});
export const quotaOfDeals = quotas('count', {
  key: 'quota_of_deals',
  words: 'deals to win',
  when: `${OWN} && ${WHOLE}`,
  field: 'deals',
});
const teamQuota = quotas('money', {
  key: 'team_quota',
  words: 'quota of the team',
  when: `quota.scope == "team" && ${WHOLE}`,
  field: 'amount',
});
const productQuota = quotas('money', {
  key: 'product_quota',
  words: 'quota of products',
  when: `${OWN} && has(quota.product)`,
  field: 'amount',
  by: { field: 'product' },
});

const BUSINESS: Facet = {
  field: 'kind',
  as: { 'cross-sell': 'existing', 'up-sell': 'existing', renewal: 'existing' },
};
const businessQuota = quotas('money', {
  key: 'business_quota',
  words: 'quota of business new and existing',
  when: `${OWN} && has(quota.business)`,
  field: 'amount',
  by: { field: 'business' },
});
const revenueByBusiness: MeasureDefinition = {
  ...ofWon(
    'revenue_by_business',
    'money',
    named('closed-won'),
    money('amount'),
    'has(deal.kind) && has(deal.amount)',
  ),
  by: BUSINESS,
};

const needs = ['won deals with their amount', 'quotas with their amount and days'];
const won = { [REVENUE_WON]: 1 };
const EVENLY = 'a quota evenly over the Mondays to Fridays of its days';

const SIX_BEFORE = [
  'previous',
  'previous-2',
  'previous-3',
  'previous-4',
  'previous-5',
  'previous-6',
] as const;

/** What was to be brought in, and how much of it was. */
export const QUOTA_KPIS: readonly Kpi[] = [
  {
    id: 'K073',
    key: 'quota_attainment_month',
    name: 'Quota attainment, month',
    category,
    meaning: 'How much of the month’s quota is brought in.',
    formula: 'Amounts won, divided by the quota after relief',
    counts: `Deals on the day they were won, ${EVENLY}. Quotas for one product or one kind of business are left out.`,
    tells: 'performance',
    roles: ['AE', 'ISR'],
    needs,
    example: '78,000 won of a quota of 100,000: 78 %.',
    metric: shareOf(
      'quota_attainment_month',
      'Quota attainment, month',
      'lagging',
      won,
      { quota: 1 },
      'money',
    ),
    measures: [quota],
  },
  {
    id: 'K074',
    key: 'quota_attainment_quarter',
    name: 'Quota attainment, quarter',
    category,
    meaning: 'How much of the quarter’s quotas is brought in.',
    formula: 'Amounts won in all months, divided by the quotas of all months after relief',
    counts: `Deals on the day they were won, ${EVENLY}; never the mean of the months.`,
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs,
    example: '50 of 100, 120 of 100 and 90 of 40: 260 of 240 is 108.3 %.',
    metric: shareOf(
      'quota_attainment_quarter',
      'Quota attainment, quarter',
      'lagging',
      won,
      { quota: 1 },
      'money',
    ),
    measures: [quota],
  },
  {
    id: 'K075',
    key: 'quota_attainment_product',
    name: 'Quota attainment by product',
    category,
    meaning: 'For which products the quota is brought in.',
    formula: 'Amounts won with each product, divided by its quota',
    counts: `Deals on the day they were won, each line for its own product, ${EVENLY}. All together have products without a quota in them.`,
    tells: 'performance',
    roles: ['AE'],
    needs: ['won deals with their lines, or their product and amount', 'quotas with their product'],
    example: 'The core product 60 of 80, add-ons 15 of 10: 75 % and 150 %.',
    metric: shareOf(
      'quota_attainment_product',
      'Quota attainment by product',
      'lagging',
      { revenue_by_product: 1 },
      { product_quota: 1 },
      'money',
    ),
    measures: [revenueByProduct, productQuota],
  },
  {
    id: 'K083',
    key: 'new_vs_existing_attainment',
    name: 'New and existing business',
    category,
    meaning: 'Whether the quota comes of customers new or old.',
    formula: 'Amounts won with customers new and old, each divided by its own quota',
    counts: `Deals on the day they were won, ${EVENLY}. Cross-sell, up-sell and renewal are existing business.`,
    tells: 'performance',
    roles: ['AE', 'AM'],
    needs: ['won deals with their amount and kind', 'quotas for business new or existing'],
    example: 'New 30 of 60, existing 50 of 40: 50 % and 125 %, together 80 %.',
    metric: shareOf(
      'new_vs_existing_attainment',
      'New and existing business',
      'lagging',
      { revenue_by_business: 1 },
      { business_quota: 1 },
      'money',
    ),
    measures: [revenueByBusiness, businessQuota],
  },
  {
    id: 'K076',
    key: 'team_quota_attainment',
    name: 'Team attainment',
    category,
    meaning: 'How much of its quota a team brings in together.',
    formula: 'Amounts won by all members, divided by the quota that the manager has for the team',
    counts: `Deals on the day they were won, for the team that their owner was in then, ${EVENLY}. For a board of teams.`,
    tells: 'performance',
    roles: ['manager'],
    needs: ['won deals with their amount', 'quotas of a manager in the team, with the scope team'],
    example: '120, 80 and 40 won, the team’s quota is 300: 80 %.',
    metric: shareOf(
      'team_quota_attainment',
      'Team attainment',
      'lagging',
      won,
      { team_quota: 1 },
      'money',
    ),
    measures: [teamQuota],
  },
  {
    id: 'K077',
    key: 'quota_pace',
    name: 'Pace to quota',
    category,
    meaning: 'Whether somebody will make the quota if things go on as they do.',
    formula: 'Amounts won so far, divided by the part of the quota that is due by now',
    counts: `Up to and with yesterday: deals on the day they were won, weekends too, ${EVENLY}. Before the first of them is over there is no pace.`,
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs,
    example:
      '45,000 won on day 11 of 21, the quota is 100,000: 52,380.95 are due, the pace is 0.859.',
    metric: computed('quota_pace', 'Pace to quota', {
      unit: { kind: 'ratio' },
      timing: 'leading',
      direction: 'higher',
      parts: {
        won: { terms: won, window: 'elapsed' },
        due: { terms: { quota: 1 }, window: 'elapsed' },
      },
      cel: 'won / due',
    }),
    measures: [quota],
  },
  {
    id: 'K078',
    key: 'quota_relief',
    name: 'Quota after relief',
    category,
    meaning: 'What somebody is to bring in once leave and the like are taken off.',
    formula: 'Quotas, less the relief on them',
    counts: `Each from its first day on, ${EVENLY}; relief is a quota below 0.`,
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['quotas with their amount and days'],
    example: 'A quota of 100,000 and leave on 10 of 21 working days: 52,380.95.',
    metric: sumOf('quota_relief', 'Quota after relief', { kind: 'money' }, 'lagging', { quota: 1 }),
    measures: [quota],
  },
  {
    id: 'K116',
    key: 'revenue_consistency',
    name: 'Consistency',
    category: 'Activities and daily discipline',
    meaning: 'How often somebody comes near the quota, rather than once and far beyond it.',
    formula: 'Periods with at least 80 % of the quota, divided by the periods with a quota',
    counts: `The six periods before this one. Deals on the day they were won, ${EVENLY}.`,
    tells: 'performance',
    roles: ['AE'],
    needs,
    example: '4 of the last 6 months at 80 % or more of the quota: 66.7 %.',
    metric: computed('revenue_consistency', 'Consistency', {
      unit: { kind: 'ratio' },
      timing: 'lagging',
      direction: 'higher',
      parts: Object.fromEntries(
        SIX_BEFORE.flatMap((window, index) => [
          [`won${index}`, { terms: won, window }],
          [`quota${index}`, { terms: { quota: 1 }, window }],
        ]),
      ),
      cel: `(${ofSix((n) => `quota${n} > 0 && 5 * won${n} >= 4 * quota${n}`)}) / (${ofSix((n) => `quota${n} > 0`)})`,
    }),
    measures: [quota],
  },
];

/** How many of the six periods before fulfil a condition, as an expression. */
function ofSix(condition: (index: number) => string): string {
  return SIX_BEFORE.map((_, index) => `(${condition(index)} ? 1 : 0)`).join(' + ');
}
