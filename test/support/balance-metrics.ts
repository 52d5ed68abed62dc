import type { MeasureDefinition, MetricDefinition } from '@bellwether/domain';

import { KPIS } from '@bellwether/domain';

/** Figures of records that are seen together: a company's, a deal's. */
const TOGETHER = ['new_logos', 'net_mrr_churn', 'nrr', 'arpu', 'stalled_deals'];
const kpis = KPIS.filter(({ key }) => TOGETHER.includes(key));

/** What is open, broken down by what it is worth roughly; and how it has grown. */
export const BALANCE_MEASURES: readonly MeasureDefinition[] = [
  {
    key: 'open_deals',
    unit: 'money',
    words: { one: 'open', many: 'open' },
    by: { field: 'amount' },
    rules: [
      {
        record: 'deal',
        when: '!has(deal.status) || deal.status == "open"',
        credit: { kind: 'split' },
        dates: [{ kind: 'field', field: 'createdAt' }, { kind: 'first-heard' }],
        amount: { kind: 'field', field: 'amount' },
        lasts: {
          once: 'has(deal.status) && deal.status != "open"',
          until: [
            { kind: 'field', field: 'closedOn' },
            { kind: 'entered', field: 'status', values: ['won', 'lost'], which: 'last' },
          ],
        },
      },
    ],
  },
  ...new Map(kpis.flatMap(({ measures }) => measures).map((one) => [one.key, one])).values(),
];

const common = {
  unit: { kind: 'ratio' },
  direction: 'higher',
  timing: 'leading',
} as const;

export const BALANCE_METRICS: readonly MetricDefinition[] = [
  {
    ...common,
    key: 'open_deals',
    title: 'Open deals',
    unit: { kind: 'money' },
    formula: {
      kind: 'computed',
      parts: { open: { terms: { open_deals: 1 }, window: 'closing' } },
      cel: 'open',
    },
  },
  {
    ...common,
    key: 'pipeline_growth',
    title: 'Growth of the pipeline',
    formula: {
      kind: 'computed',
      parts: {
        before: { terms: { open_deals: 1 }, window: 'opening' },
        now: { terms: { open_deals: 1 }, window: 'closing' },
      },
      cel: '(now - before) / before',
    },
  },
  {
    ...common,
    key: 'revenue_growth',
    title: 'Growth of the revenue',
    formula: {
      kind: 'computed',
      parts: {
        now: { terms: { revenue_won: 1 } },
        before: { terms: { revenue_won: 1 }, window: 'previous' },
      },
      cel: '(now - before) / before',
    },
  },
  ...kpis.map(({ metric }) => metric),
];
