import type { Example } from '../example.js';
import { lost, many, told, at, won } from '../example.js';

const EUR = { currency: 'EUR' };

export const CLOSING_EXAMPLES: readonly Example[] = [
  {
    kpi: 'closed_deals',
    expected: 1.5,
    records: [
      ...won('alone', 4, { amount: '100.00', ...EUR }),
      ...won('shared', 5, {
        amount: '100.00',
        ...EUR,
        splits: [
          { owner: 'closed_deals@example.com', percent: 50 },
          { owner: 'somebody.else@example.com', percent: 50 },
        ],
      }),
    ],
  },
  {
    kpi: 'win_rate_closed',
    expected: 4_238 / 6_711,
    records: [
      ...many(4_238, (number) => won(`won-${number}`, 1 + (number % 28), {})).flat(),
      ...many(2_473, (number) => lost(`lost-${number}`, 1 + (number % 28), {})).flat(),
    ],
  },
  {
    kpi: 'win_rate_value',
    expected: 550_542.49 / 1_948_586.22,
    records: [
      ...won('won', 4, { amount: '550542.49', ...EUR }),
      ...lost('lost', 5, { amount: '1398043.73', ...EUR }),
    ],
  },
  {
    kpi: 'deal_size',
    expected: 2_360.91,
    records: many(100, (number) =>
      won(`won-${number}`, 1 + (number % 28), {
        amount: number === 0 ? '137091.00' : '1000.00',
        ...EUR,
      }),
    ).flat(),
  },
  {
    kpi: 'sales_revenue',
    expected: 30_000,
    records: won('won', 4, { amount: '30000.00', ...EUR, paidAt: at(9, '10:00', 1) }),
  },
  {
    kpi: 'sales_volume',
    expected: 8,
    records: [2, 5, 1].flatMap((quantity) => won(`won-${quantity}`, 4, { quantity })),
  },
  {
    kpi: 'gross_margin',
    expected: (77_548_570.2 - 76_549_075.63) / 77_548_570.2,
    records: [
      ...won('costed', 4, { amount: '77548570.20', cost: '76549075.63', ...EUR }),
      // Of this one nobody knows what it costs.
      ...won('plain', 5, { amount: '1000.00', ...EUR }),
    ],
  },
  {
    kpi: 'deal_term_length',
    expected: 49 / 3,
    records: [12, 36, 1].flatMap((termMonths) => won(`won-${termMonths}`, 4, { termMonths })),
  },
  {
    kpi: 'multi_year_share',
    expected: 36 / 49,
    records: [12, 36, 1].flatMap((termMonths) =>
      won(`won-${termMonths}`, 4, { termMonths, yearly: `${termMonths}000.00`, ...EUR }),
    ),
  },
  {
    kpi: 'contract_value',
    expected: 13_000,
    records: won('won', 4, { amount: '39000.00', termMonths: 36, ...EUR }),
  },
  {
    kpi: 'expansion_revenue',
    expected: 6_500,
    records: [
      ...won('cross', 4, { amount: '4000.00', kind: 'cross-sell', ...EUR }),
      ...won('up', 5, { amount: '2500.00', kind: 'up-sell', ...EUR }),
      ...won('new', 6, { amount: '9000.00', kind: 'new', ...EUR }),
    ],
  },
  {
    kpi: 'cross_sell',
    expected: 4_000,
    records: [
      ...won('a', 4, { amount: '1500.00', kind: 'cross-sell', ...EUR }),
      ...won('b', 5, { amount: '2500.00', kind: 'cross-sell', ...EUR }),
    ],
  },
  {
    kpi: 'up_sell',
    expected: 200,
    records: won('seats', 4, { amount: '200.00', kind: 'up-sell', quantity: 4, ...EUR }),
  },
  {
    kpi: 'upsell_success_rate',
    expected: 7 / 20,
    records: [
      ...many(7, (number) => won(`won-${number}`, 4, { kind: 'up-sell' })).flat(),
      ...many(13, (number) => lost(`lost-${number}`, 5, { kind: 'up-sell' })).flat(),
      ...told('deal', 'open', at(6), { status: 'open', kind: 'up-sell' }),
    ],
  },
];
