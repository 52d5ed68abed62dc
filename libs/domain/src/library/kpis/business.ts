import type { MeasureDefinition } from '../../measures/measure.js';
import { closed, proportionOf, seldom, sumOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { money, named, ofWon } from './of-won.js';

/** Of what customers buy who are customers already. */
export const BUSINESS_KPIS: readonly Kpi[] = [
  {
    id: 'K080',
    key: 'expansion_revenue',
    name: 'Expansion revenue',
    category: 'Quota, new and existing business',
    meaning: 'What customers buy who are customers already.',
    formula: 'Amounts of the cross-sells and up-sells won',
    counts: 'The day the deal was won.',
    tells: 'growth',
    roles: ['AM', 'AE'],
    needs: ['won deals with their kind and amount'],
    example: 'A cross-sell of 4,000 and an up-sell of 2,500: 6,500.',
    metric: sumOf('expansion_revenue', 'Expansion revenue', { kind: 'money' }, 'lagging', {
      cross_sell: 1,
      up_sell: 1,
    }),
    measures: [crossSell(), upSell()],
  },
  {
    id: 'K081',
    key: 'cross_sell',
    name: 'Cross-sell',
    category: 'Quota, new and existing business',
    meaning: 'What customers buy that they did not have before.',
    formula: 'Amounts of the cross-sells won',
    counts: 'The day the deal was won.',
    tells: 'growth',
    roles: ['AM', 'AE'],
    needs: ['won deals with their kind and amount'],
    example: 'Cross-sells of 1,500 and 2,500: 4,000.',
    metric: sumOf('cross_sell', 'Cross-sell', { kind: 'money' }, 'lagging'),
    measures: [crossSell()],
  },
  {
    id: 'K082',
    key: 'up_sell',
    name: 'Up-sell',
    category: 'Quota, new and existing business',
    meaning: 'What customers buy more of what they have.',
    formula: 'Amounts of the up-sells won',
    counts: 'The day the deal was won.',
    tells: 'growth',
    roles: ['AM', 'AE'],
    needs: ['won deals with their kind and amount'],
    example: 'Four more seats at 50: 200.',
    metric: sumOf('up_sell', 'Up-sell', { kind: 'money' }, 'lagging'),
    measures: [upSell()],
  },
  {
    id: 'K093',
    key: 'upsell_success_rate',
    name: 'Up-sell success',
    category: 'Recurring revenue and retention',
    meaning: 'How many of the up-sells that end are won.',
    formula: 'Up-sells won, divided by the up-sells won and lost',
    counts: 'The day of the close.',
    tells: 'performance',
    roles: ['AM'],
    needs: ['deals with their kind and status'],
    example: '7 won of 20 closed: 35 %.',
    metric: seldom(
      proportionOf(
        'upsell_success_rate',
        'Up-sell success',
        'lagging',
        { up_sells_won: 1 },
        { up_sells_closed: 1 },
      ),
    ),
    measures: [
      ofWon(
        'up_sells_won',
        'count',
        { one: 'up-sell won', many: 'up-sells won' },
        { kind: 'one' },
        'deal.kind == "up-sell"',
      ),
      {
        key: 'up_sells_closed',
        unit: 'count',
        words: { one: 'up-sell closed', many: 'up-sells closed' },
        rules: [
          {
            record: 'deal',
            when: 'deal.kind == "up-sell" && deal.status in ["won", "lost"]',
            credit: { kind: 'split' },
            dates: closed('won', 'lost'),
            amount: { kind: 'one' },
          },
        ],
      },
    ],
  },
];

function crossSell(): MeasureDefinition {
  return ofWon(
    'cross_sell',
    'money',
    named('cross-sell'),
    money('amount'),
    'deal.kind == "cross-sell"',
  );
}

function upSell(): MeasureDefinition {
  return ofWon('up_sell', 'money', named('up-sell'), money('amount'), 'deal.kind == "up-sell"');
}
