import type { MeasureDefinition } from '../../measures/measure.js';
import { closed, countUnit, one, proportionOf, sumOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { named, ofWon } from './of-won.js';

const lost: MeasureDefinition = {
  key: 'losses_by_reason',
  unit: 'count',
  words: { one: 'deal lost', many: 'deals lost' },
  by: { field: 'lostReason' },
  rules: [
    {
      record: 'deal',
      when: 'deal.status == "lost"',
      credit: { kind: 'split' },
      dates: closed('lost'),
      amount: one,
    },
  ],
};

/** What was sold, each line of a deal under its product. */
export const revenueByProduct: MeasureDefinition = {
  ...ofWon('revenue_by_product', 'money', named('won'), { kind: 'lines' }),
  by: { field: 'product' },
};

const wonBySegment: MeasureDefinition = {
  ...ofWon('won_by_segment', 'count', { one: 'deal won', many: 'deals won' }, one),
  by: { field: 'segment' },
};

const closedBySegment: MeasureDefinition = {
  key: 'closed_by_segment',
  unit: 'count',
  words: { one: 'deal won or lost', many: 'deals won or lost' },
  by: { field: 'segment' },
  rules: [
    {
      record: 'deal',
      when: 'deal.status in ["won", "lost"]',
      credit: { kind: 'split' },
      dates: closed('won', 'lost'),
      amount: one,
    },
  ],
};

/** What was won and lost, broken down. */
export const DEAL_BREAKDOWN_KPIS: readonly Kpi[] = [
  {
    id: 'K043',
    key: 'losses_by_reason',
    name: 'Losses by reason',
    category: 'Pipeline',
    meaning: 'Why deals are lost.',
    formula: 'Number of deals lost, by reason; those without a reason are a group of their own',
    counts: 'The day the deal was lost.',
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['lost deals with their reason'],
    example: '6 by the price, 3 by the contract, 4 without a decision, 1 without a reason: 14.',
    metric: {
      ...sumOf('losses_by_reason', 'Losses by reason', countUnit('deal', 'deals'), 'lagging'),
      direction: 'lower',
    },
    measures: [lost],
  },
  {
    id: 'K066',
    key: 'revenue_by_product',
    name: 'Revenue by product',
    category: 'Closing deals',
    meaning: 'What sells.',
    formula:
      'Amounts of the deals won, each line under its product; a deal without lines under its own',
    counts: 'The day the deal was won.',
    tells: 'growth',
    roles: ['AE', 'executive'],
    needs: ['won deals with their lines, or their product and amount'],
    example: '3,510,578 for GTX Pro of 10,005,534 in all: 35.1 % of it.',
    metric: sumOf('revenue_by_product', 'Revenue by product', { kind: 'money' }, 'lagging'),
    measures: [revenueByProduct],
  },
  {
    id: 'K067',
    key: 'performance_by_segment',
    name: 'Win rate by segment',
    category: 'Closing deals',
    meaning: 'In which markets deals are won.',
    formula: 'Deals won, divided by the deals won and lost, by market segment',
    counts: 'The day of the close, under the segment that the deal tells.',
    tells: 'performance',
    roles: ['executive', 'manager'],
    needs: ['deals with their segment and status'],
    example: 'Entertainment 130 won and 71 lost, retail 15 and 5: 64.7 % and 75 %.',
    metric: proportionOf(
      'performance_by_segment',
      'Win rate by segment',
      'lagging',
      { won_by_segment: 1 },
      { closed_by_segment: 1 },
    ),
    measures: [wonBySegment, closedBySegment],
  },
];
