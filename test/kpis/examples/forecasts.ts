import type { Example } from '../example.js';
import { at, life, lost, many, on, told } from '../example.js';

const qualified = (name: string, count: number, month: number) =>
  many(count, (number) =>
    told('lead', `${name}-${number}`, at(1 + (number % 28), '10:00', month), { status: 'sql' }),
  ).flat();

/** Open deals of a step, worth so much together. */
const open = (step: string, amount: string) =>
  life(
    'deal',
    step,
    [at(-20), { status: 'open', step: 'qualifying', amount: '1', createdAt: at(-20) }],
    [at(4), { step, amount, currency: 'EUR' }],
  );

export const FORECAST_EXAMPLES: readonly Example[] = [
  {
    kpi: 'lead_velocity_rate',
    expected: 0.2,
    records: [...qualified('april', 180, -1), ...qualified('may', 216, 0)],
  },
  {
    kpi: 'sales_velocity',
    expected: (25 * 42_000 * 0.24) / 78,
    records: [
      ...many(6, (number) =>
        life(
          'deal',
          `won-${number}`,
          [at(10 + number - 78), { status: 'open', createdAt: at(10 + number - 78) }],
          [
            at(10 + number),
            { status: 'won', closedOn: on(10 + number), amount: '42000', currency: 'EUR' },
          ],
        ),
      ).flat(),
      ...many(19, (number) => lost(`lost-${number}`, 12, { amount: '42000' })).flat(),
    ],
  },
  {
    kpi: 'reverse_funnel',
    expected: 667,
    records: [
      ...told('quota', 'may', at(1), { deals: 10, from: on(1), until: on(31) }),
      // A quarter of what was qualified is won.
      ...many(4, (number) =>
        told('deal', `deal-${number}`, at(4, '10:00', -6), {
          status: number === 0 ? 'won' : 'open',
          qualifiedAt: at(4, '10:00', -6),
          ...(number === 0 && { closedOn: on(4, -5) }),
        }),
      ).flat(),
      // 15 of 50 leads become an MQL, and 3 of these an SQL.
      ...many(50, (number) =>
        life(
          'lead',
          `lead-${number}`,
          [at(4, '10:00', -4), { status: 'new', createdAt: at(4, '10:00', -4) }],
          ...(number < 15 ? ([[at(5, '10:00', -4), { status: 'mql' }]] as const) : []),
          ...(number < 3 ? ([[at(6, '10:00', -4), { status: 'sql' }]] as const) : []),
        ),
      ).flat(),
    ],
  },
  {
    kpi: 'pipeline_by_stage',
    expected: 914,
    facets: { qualifying: 188, demo: 226, proposal: 355, negotiation: 145 },
    records: [
      ...open('qualifying', '188'),
      ...open('demo', '226'),
      ...open('proposal', '355'),
      ...open('negotiation', '145'),
      // Closed before the month was over, and created after it.
      ...open('demo', '77').map((record) => ({ ...record, externalId: 'gone' })),
      ...told('deal', 'gone', at(20), { status: 'lost', closedOn: on(20) }),
      ...told('deal', 'new', at(2, '10:00', 1), {
        status: 'open',
        createdAt: at(2, '10:00', 1),
        amount: '88',
      }),
      // Lost for a week, and open again.
      ...told('deal', 'demo', at(10), { status: 'lost', closedOn: on(10) }),
      ...told('deal', 'demo', at(17), { status: 'open', closedOn: null }),
    ],
  },
  {
    kpi: 'weighted_pipeline',
    expected: 1_891.5,
    records: [
      ...life(
        'deal',
        'open',
        [at(4), { status: 'open', amount: '2910', currency: 'EUR', probability: 20 }],
        [at(9), { probability: 65 }],
      ),
      ...life(
        'deal',
        'won',
        [at(4), { status: 'open', amount: '500', currency: 'EUR', probability: 90 }],
        [at(9), { status: 'won', closedOn: on(9), probability: 100 }],
      ),
    ],
  },
  {
    kpi: 'pipeline_leak',
    expected: 10 / 40,
    records: many(40, (number) =>
      life(
        'deal',
        `deal-${number}`,
        [at(4), { status: 'open', step: 'negotiation' }],
        ...(number < 10 ? ([[at(9), { status: 'lost', closedOn: on(9) }]] as const) : []),
        ...(number === 10
          ? ([
              [at(6), { step: 'proposal' }],
              [at(9), { status: 'lost', closedOn: on(9) }],
            ] as const)
          : []),
      ),
    ).flat(),
  },
];
