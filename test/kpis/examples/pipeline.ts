import type { Example } from '../example.js';
import { at, life, lost, many, on, told, won } from '../example.js';

/** A deal that was in a step for so many days, and then in the next. */
function stay(name: string, step: string, days: number, next: string) {
  return life('deal', name, [at(4), { status: 'open', step }], [at(4 + days), { step: next }]);
}

export const PIPELINE_EXAMPLES: readonly Example[] = [
  {
    kpi: 'stage_conversion',
    expected: 30 / 50,
    records: many(50, (number) =>
      life(
        'deal',
        `deal-${number}`,
        [at(4), { status: 'open', step: 'demo' }],
        // Four skip the proposal, and one goes back to the demo.
        ...(number < 26 ? ([[at(6), { step: 'proposal' }]] as const) : []),
        ...(number >= 26 && number < 30 ? ([[at(6), { step: 'negotiation' }]] as const) : []),
        ...(number === 0 ? ([[at(8), { step: 'demo' }]] as const) : []),
      ),
    ).flat(),
  },
  {
    kpi: 'cumulative_conversion',
    expected: 12 / 50,
    records: many(50, (number) =>
      life(
        'deal',
        `deal-${number}`,
        [at(4), { status: 'open', step: 'qualifying' }],
        ...(number < 30 ? ([[at(6), { step: 'demo' }]] as const) : []),
        ...(number < 12 ? ([[at(9), { step: 'negotiation' }]] as const) : []),
      ),
    ).flat(),
  },
  {
    kpi: 'time_in_stage',
    expected: 7,
    records: [4, 6, 11].flatMap((days) => stay(`stay-${days}`, 'proposal', days, 'negotiation')),
  },
  {
    kpi: 'time_in_negotiation',
    expected: 12,
    // The second comes back to it: four days and ten.
    records: [
      ...stay('once', 'negotiation', 10, 'proposal'),
      ...life(
        'deal',
        'twice',
        [at(1), { status: 'open', step: 'negotiation' }],
        [at(5), { step: 'proposal' }],
        [at(8), { step: 'negotiation' }],
        [at(18), { step: 'proposal' }],
      ),
    ],
  },
  {
    kpi: 'pipeline_cycle_time',
    expected: 52,
    records: [40, 64].flatMap((days) =>
      life(
        'deal',
        `deal-${days}`,
        [at(20 - days), { status: 'open', createdAt: at(20 - days), qualifiedAt: at(20 - days) }],
        [at(20), { status: 'won', closedOn: on(20) }],
      ),
    ),
  },
  {
    kpi: 'sales_cycle_length',
    expected: 60,
    records: told('deal', 'paid', at(2), {
      status: 'won',
      firstContactAt: at(3, '10:00', -2),
      paidAt: at(2),
    }),
  },
  {
    kpi: 'pipeline_created',
    expected: 25_000,
    records: ['8000', '12500', '4500'].flatMap((amount) =>
      life(
        'deal',
        `deal-${amount}`,
        [at(4), { status: 'open', amount, currency: 'EUR', createdAt: at(4) }],
        [at(9), { amount: '1' }],
      ),
    ),
  },
  {
    kpi: 'demos_held',
    expected: 20,
    records: many(24, (number) =>
      told('meeting', `demo-${number}`, at(5), {
        kind: 'demo',
        status: number < 20 ? 'held' : 'cancelled',
        startsAt: at(5),
      }),
    ).flat(),
  },
  {
    kpi: 'onsite_meetings',
    expected: 4,
    records: many(5, (number) =>
      told('meeting', `visit-${number}`, at(5, `1${number}:00`), {
        place: 'onsite',
        status: 'held',
        heldAt: at(5, `1${number}:00`),
        account: number < 2 ? 'Acme' : `account ${number}`,
      }),
    ).flat(),
  },
  {
    kpi: 'negotiations_initiated',
    expected: 8,
    records: many(8, (number) =>
      life(
        'deal',
        `deal-${number}`,
        [at(4), { status: 'open', step: 'negotiation' }],
        ...(number === 0
          ? ([
              [at(5), { step: 'proposal' }],
              [at(6), { step: 'negotiation' }],
            ] as const)
          : []),
      ),
    ).flat(),
  },
  {
    kpi: 'win_rate_sql',
    expected: 3 / 100,
    records: many(100, (number) => {
      const about = { qualifiedAt: at(4) };
      if (number < 3) return won(`deal-${number}`, 20, about);
      if (number < 10) return lost(`deal-${number}`, 20, about);
      return told('deal', `deal-${number}`, at(4), { status: 'open', ...about });
    }).flat(),
  },
];
