import type { Example } from '../example.js';
import { at, life, lost, many, on, told, won } from '../example.js';

/** New leads of which some are qualified in time, one too late if there is room for it. */
function leads(name: string, all: number, inTime: number, about: object) {
  return many(all, (number) =>
    life(
      'lead',
      `${name}-${number}`,
      [at(1 + (number % 20)), { status: 'new', createdAt: at(1 + (number % 20)), ...about }],
      ...(number < inTime ? [[at(29, '09:00', 1), { status: 'sql' }] as const] : []),
      ...(number === inTime ? [[at(29, '09:00', 3), { status: 'sql' }] as const] : []),
    ),
  ).flat();
}

const cost = (channel: string, amount: string) =>
  told('cost', channel, at(1), { channel, amount, from: on(1), until: on(31), currency: 'EUR' });

export const BREAKDOWN_EXAMPLES: readonly Example[] = [
  {
    kpi: 'leads_by_channel',
    expected: 40,
    facets: { website: 22, 'cold call': 11, '3rd party': 7 },
    records: [
      ...leads('web', 22, 0, { channel: 'website' }),
      ...leads('call', 11, 0, { channel: 'cold call' }),
      ...leads('party', 7, 0, { channel: '3rd party' }),
      // What brings somebody back does not move where they came from.
      ...told('lead', 'web-3', at(25), { channel: 'cold call' }),
    ],
  },
  {
    kpi: 'lead_conversion_by_channel',
    expected: 15 / 120,
    facets: { paid_search: 12 / 80, social: 3 / 40 },
    records: [
      ...leads('paid', 80, 12, { channel: 'paid_search' }),
      ...leads('social', 40, 3, { channel: 'social' }),
    ],
  },
  {
    kpi: 'conversion_by_contact_title',
    expected: 15 / 114,
    facets: { vp: 6 / 24, manager: 9 / 90 },
    records: [
      ...leads('vp', 24, 6, { contactLevel: 'vp' }),
      ...leads('manager', 90, 9, { contactLevel: 'manager' }),
    ],
  },
  {
    kpi: 'conversion_by_icp',
    expected: 22 / 140,
    facets: { good: 18 / 60, none: 4 / 80 },
    records: [...leads('good', 60, 18, { fit: 'good' }), ...leads('none', 80, 4, { fit: 'none' })],
  },
  {
    kpi: 'cost_per_lead_by_channel',
    expected: 160,
    facets: { 'paid search': 150, 'trade fair': 200 },
    records: [
      ...cost('paid search', '6000'),
      ...cost('trade fair', '2000'),
      ...leads('paid', 40, 0, { channel: 'paid search' }),
      ...leads('fair', 10, 0, { channel: 'trade fair' }),
    ],
  },
  {
    kpi: 'losses_by_reason',
    expected: 14,
    facets: { price: 6, contract: 3, 'no decision': 4, '': 1 },
    records: many(14, (number) => {
      const lostReason =
        number < 6 ? 'price' : number < 9 ? 'contract' : number < 13 ? 'no decision' : null;
      return lost(`deal-${number}`, 6, { lostReason });
    }).flat(),
  },
  {
    kpi: 'revenue_by_product',
    expected: 10_005_534,
    facets: { 'GTX Pro': 3_510_578, 'MG Advanced': 2_216_387, '': 4_278_569 },
    records: [
      ...won('both', 5, {
        amount: '5000000',
        currency: 'EUR',
        lines: [
          { product: 'GTX Pro', amount: '3000000' },
          { product: 'MG Advanced', amount: '2000000' },
        ],
      }),
      // Without lines a deal is one of its own product.
      ...won('one', 8, { amount: '510578', currency: 'EUR', product: 'GTX Pro' }),
      ...won('other', 9, { amount: '216387', currency: 'EUR', product: 'MG Advanced' }),
      ...won('rest', 12, { amount: '4278569', currency: 'EUR' }),
    ],
  },
  {
    kpi: 'performance_by_segment',
    expected: 145 / 221,
    facets: { entertainment: 260 / 402, retail: 15 / 20 },
    records: [
      ...many(130, (number) => won(`film-${number}`, 6, { segment: 'entertainment' })),
      ...many(71, (number) => lost(`film-lost-${number}`, 7, { segment: 'entertainment' })),
      ...many(15, (number) => won(`shop-${number}`, 6, { segment: 'retail' })),
      ...many(5, (number) => lost(`shop-lost-${number}`, 7, { segment: 'retail' })),
    ].flat(),
  },
];
