import type { Example } from '../example.js';
import { at, life, many, on, told } from '../example.js';

const used = (kind: string, count: number, about: (number: number) => object = () => ({})) =>
  many(count, (number) => ({
    type: 'usage',
    externalId: `${kind}-${number}`,
    usedAt: at(1 + (number % 28)),
    kind,
    ...about(number),
  }));

const tickets = (count: number) =>
  many(count, (number) =>
    told('ticket', `ticket-${number}`, at(4), { status: 'open', openedAt: at(4) }),
  ).flat();

const subscription = (name: string, about: object) =>
  told('subscription', name, at(1, '10:00', -3), { currency: 'EUR', ...about });

/** Four for 2,000 a year in all; one that has ended and one that has not begun do not count. */
const gold = [
  ...many(4, (number) =>
    subscription(`gold-${number}`, { monthly: '41.6666666667', startsOn: on(1, -2) }),
  ).flat(),
  ...subscription('ended', { monthly: '30', startsOn: on(1, -2), endsOn: on(31) }),
  ...subscription('ahead', { monthly: '50', startsOn: on(1, 1), signedAt: at(4) }),
];

export const CUSTOMER_EXAMPLES: readonly Example[] = [
  {
    kpi: 'referrals_and_case_studies',
    expected: 7,
    records: [
      ...many(8, (number) =>
        told('lead', `lead-${number}`, at(4), {
          status: 'new',
          channel: number < 6 ? 'referral' : 'website',
          createdAt: at(4),
        }),
      ).flat(),
      { type: 'reference', externalId: 'study', kind: 'case-study', publishedAt: at(9) },
      { type: 'reference', externalId: 'quote', kind: 'quote', publishedAt: at(9) },
    ],
  },
  { kpi: 'logins', expected: 84, records: [...used('login', 84), ...used('session', 3)] },
  {
    kpi: 'session_duration',
    expected: 600,
    records: [
      ...used('session', 3, (number) => ({ seconds: [600, 900, 300][number] })),
      ...used('login', 2),
    ],
  },
  { kpi: 'product_usage', expected: 42, records: [...used('feature', 42), ...used('login', 9)] },
  {
    kpi: 'tickets_per_user',
    expected: 0.4,
    records: [
      ...tickets(24),
      ...life(
        'account',
        'acme',
        [at(1, '10:00', -2), { seats: 30, assignedOn: on(1, -2) }],
        [at(6), { seats: 45 }],
      ),
      ...told('account', 'bolt', at(1), { seats: 15, assignedOn: on(4) }),
      ...told('account', 'core', at(1), { seats: 99, assignedOn: on(4), releasedOn: on(20) }),
    ],
  },
  {
    kpi: 'tickets_per_company',
    expected: 0.8,
    records: [
      ...tickets(24),
      ...many(30, (number) =>
        told('subscription', `subscription-${number}`, at(1), {
          account: `tickets_per_company ${number}`,
          monthly: '10.00',
          currency: 'EUR',
          startsOn: on(1, -2),
        }),
      ).flat(),
      ...told('account', 'prospect', at(1), { name: 'No customer yet' }),
    ],
  },
  { kpi: 'mrr', expected: 2_000 / 12, records: gold },
  { kpi: 'arr', expected: 2_000, records: gold },
  {
    kpi: 'cmrr',
    expected: 106_000,
    records: [
      ...subscription('running', { monthly: '90000', startsOn: on(1, -2) }),
      ...subscription('cancelled', {
        monthly: '5000',
        startsOn: on(1, -2),
        noticeAt: at(12),
        endsOn: on(1, 3),
      }),
      ...subscription('renewed', {
        monthly: '5000',
        startsOn: on(1, -2),
        signedAt: at(1, '10:00', -3),
      }),
      ...subscription('signed', { monthly: '8000', startsOn: on(1, 2), signedAt: at(20) }),
      ...subscription('more', { monthly: '3000', startsOn: on(15, 1), signedAt: at(25) }),
    ],
  },
];
