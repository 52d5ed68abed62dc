import type { Example } from '../example.js';
import { at, many, on, told, won } from '../example.js';

type About = Readonly<Record<string, unknown>>;

/** A quota of May, or of a month before or after. */
const quota = (name: string, amount: string, about: About = {}, month = 0) =>
  told('quota', name, at(1, '08:00', month), {
    amount,
    currency: 'EUR',
    from: on(1, month),
    until: on(0, month + 1),
    ...about,
  });

const sold = (name: string, day: number, amount: string, about: About = {}) =>
  won(name, day, { amount, currency: 'EUR', ...about });

export const QUOTA_EXAMPLES: readonly Example[] = [
  {
    kpi: 'quota_attainment_month',
    expected: 0.78,
    records: [
      ...quota('may', '100000'),
      // Neither is what is meant: a quota for one product, a manager's for the team, one of June.
      ...quota('core', '80000', { product: 'core' }),
      ...quota('team', '300000', { scope: 'team' }),
      ...quota('june', '90000', {}, 1),
      ...sold('one', 6, '50000'),
      ...sold('two', 20, '28000'),
      ...sold('april', -3, '9000'),
    ],
  },
  {
    kpi: 'quota_attainment_quarter',
    expected: 260 / 240,
    period: 'quarter',
    records: [
      ...quota('april', '100', {}, -1),
      ...quota('may', '100'),
      ...quota('june', '40', {}, 1),
      ...sold('spring', -10, '50'),
      ...sold('bloom', 10, '120'),
      ...sold('summer', 40, '90'),
    ],
  },
  {
    kpi: 'quota_attainment_product',
    expected: 75 / 90,
    facets: { core: 0.75, 'add-on': 1.5 },
    records: [
      ...quota('core', '80', { product: 'core' }),
      ...quota('add-on', '10', { product: 'add-on' }),
      ...quota('all', '100'),
      ...sold('both', 6, '55', {
        lines: [
          { product: 'core', amount: '45' },
          { product: 'add-on', amount: '10' },
        ],
      }),
      ...sold('core', 7, '15', { product: 'core' }),
      ...sold('add-on', 8, '5', { product: 'add-on' }),
    ],
  },
  {
    kpi: 'new_vs_existing_attainment',
    expected: 0.8,
    facets: { new: 0.5, existing: 1.25 },
    records: [
      ...quota('new', '60', { business: 'new' }),
      ...quota('existing', '40', { business: 'existing' }),
      ...sold('new', 6, '30', { kind: 'new' }),
      ...sold('more', 7, '35', { kind: 'up-sell' }),
      ...sold('again', 8, '15', { kind: 'renewal' }),
    ],
  },
  {
    kpi: 'team_quota_attainment',
    expected: 0.8,
    team: true,
    records: [
      ...quota('team', '300', { scope: 'team' }),
      ...quota('own', '130'),
      ...sold('own', 6, '120'),
      ...sold('anna', 7, '80').map((record) => ({ ...record, by: 'anna' })),
      ...sold('bo', 8, '40').map((record) => ({ ...record, by: 'bo' })),
    ],
  },
  {
    kpi: 'quota_pace',
    // On a Monday, when eleven of 21 weekdays are over: 52,380.95 are due.
    asOf: on(18),
    expected: 45_000 / 52_380.95,
    records: [
      ...quota('may', '100000'),
      ...sold('friday', 8, '30000'),
      ...sold('saturday', 16, '15000'),
      ...sold('today', 18, '7000'),
    ],
  },
  {
    kpi: 'quota_relief',
    expected: 52_380.95,
    records: [
      ...quota('may', '100000'),
      ...quota('leave', '-47619.05', { reason: 'leave', from: on(18), until: on(29) }),
    ],
  },
  {
    kpi: 'pipeline_coverage',
    expected: 3,
    records: [
      ...quota('may', '2000000'),
      ...sold('won', 6, '400000', { expectedOn: on(6) }),
      ...many(3, (number) =>
        told('deal', `open-${number}`, at(2), {
          ...(number === 0 && { status: 'open' }),
          amount: '1600000',
          currency: 'EUR',
          expectedOn: on(20 + number),
        }),
      ).flat(),
      ...told('deal', 'lost', at(4), { status: 'lost', amount: '9', expectedOn: on(28) }),
      ...told('deal', 'june', at(4), { status: 'open', amount: '9', expectedOn: on(28, 1) }),
      ...told('deal', 'sometime', at(4), { status: 'open', amount: '9' }),
    ],
  },
  {
    kpi: 'pipeline_gap_alert',
    expected: 300_000,
    records: [
      ...quota('june', '320000', {}, 1),
      // Already won for June: 300,000 are left to win.
      ...sold('ahead', 33, '20000'),
      ...sold('won', 6, '50000'),
      ...told('deal', 'lost', at(7), { status: 'lost', closedOn: on(7), amount: '150000' }),
      ...told('deal', 'long ago', at(7), { status: 'lost', closedOn: '2025-05-31', amount: '1' }),
      ...told('deal', 'open', at(7), { status: 'open', expectedOn: on(9, 1), amount: '900000' }),
      ...told('deal', 'may', at(7), { status: 'open', expectedOn: on(9), amount: '700000' }),
    ],
  },
  {
    kpi: 'revenue_consistency',
    expected: 4 / 6,
    records: [
      ...[100, 80, 79, 300, 0, 95].flatMap((amount, index) => [
        ...quota(`quota-${index}`, '100', {}, -1 - index),
        ...sold(`won-${index}`, 15 - 30 * (index + 1), `${amount}`),
      ]),
      // Neither the month that runs nor a seventh one back.
      ...quota('may', '100'),
      ...quota('october', '100', {}, -7),
    ],
  },
];
