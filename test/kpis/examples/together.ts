import type { Example, ExampleRecord } from '../example.js';
import { at, life, many, on, told, won } from '../example.js';

const EUR = { currency: 'EUR' };

const call = (name: string, endedAt: string, about: Readonly<Record<string, unknown>>) => ({
  type: 'call',
  externalId: name,
  endedAt,
  talkSeconds: 300,
  ...about,
});

/** 22 answers: 4 of them second ones, 3 automatic. */
function answers(): ExampleRecord[] {
  const mail = (name: string, thread: string, day: number, automated = false) => ({
    type: 'email',
    externalId: name,
    thread,
    sentAt: at(day),
    direction: 'inbound',
    automated,
  });
  return [
    ...many(15, (number) => mail(`first-${number}`, `responses ${number}`, 4)),
    ...many(4, (number) => mail(`second-${number}`, `responses ${number}`, 5)),
    ...many(3, (number) => mail(`automatic-${number}`, `responses out ${number}`, 6, true)),
  ];
}

/** Fifty leads worth selling, each of a company of its own, some of which came to a trial. */
function qualified(kpi: string, trials: number, about: object): ExampleRecord[] {
  return [
    ...many(50, (number) =>
      life(
        'lead',
        `lead-${number}`,
        [at(2), { status: 'new', account: `${kpi} company-${number}` }],
        [at(5), { status: 'sql' }],
      ),
    ).flat(),
    ...many(trials, (number) =>
      told('trial', `trial-${number}`, at(20, '10:00', 1), {
        account: `${kpi} company-${number}`,
        completedAt: at(20, '10:00', 1),
        ...about,
      }),
    ).flat(),
  ];
}

/** Five open deals; three of them had something happen within thirty days of the end of May. */
function openDeals(kpi: string, about: (number: number) => object = () => ({})): ExampleRecord[] {
  return [
    ...many(5, (number) =>
      life(
        'deal',
        `deal-${number}`,
        [
          at(1, '10:00', -3),
          { createdAt: at(1, '10:00', -3), status: 'open', step: 'demo', ...about(number) },
        ],
        ...(number === 0 ? [[at(20), { step: 'proposal' }] as const] : []),
      ),
    ).flat(),
    call('call', at(12), { deal: `${kpi}-deal-1` }),
    ...told('meeting', 'meeting', at(9), {
      deal: `${kpi}-deal-2`,
      status: 'held',
      heldAt: at(9),
    }),
    // Long ago, or about nothing.
    call('old call', at(3, '10:00', -1), { deal: `${kpi}-deal-3` }),
    call('no answer', at(28), { deal: `${kpi}-deal-4`, talkSeconds: 5 }),
  ];
}

const customer = (kpi: string, number: number) => `${kpi} customer-${number}`;

export const TOGETHER_EXAMPLES: readonly Example[] = [
  { kpi: 'responses', expected: 15, records: answers() },
  { kpi: 'stalled_deals', expected: 2 / 5, records: openDeals('stalled_deals') },
  { kpi: 'sql_to_poc', expected: 0.3, records: qualified('sql_to_poc', 15, {}) },
  {
    kpi: 'sql_to_successful_poc',
    expected: 0.18,
    records: qualified('sql_to_successful_poc', 9, { successful: true }),
  },
  {
    kpi: 'deal_quality_guard',
    expected: 0.16,
    records: [
      ...many(25, (number) =>
        won(`won-${number}`, 4, {
          amount: '1000.00',
          cost: number < 2 ? '900.00' : '500.00',
          ...EUR,
        }),
      ).flat(),
      // One with a thin margin, two others; and one that lasted.
      ...[1, 2, 3, 9].flatMap((number) =>
        told('subscription', `subscription-${number}`, at(4), {
          account: customer('deal_quality_guard', number),
          deal: `deal_quality_guard-won-${number}`,
          startsOn: on(4),
          endsOn: on(4, number === 9 ? 6 : 2),
        }),
      ),
    ],
  },
  {
    kpi: 'onboarding_time',
    expected: 10,
    records: [5, 9, 16].flatMap((days) => [
      ...told('deal', `won-${days}`, at(1), {
        status: 'won',
        closedOn: on(1),
        account: customer('onboarding_time', days),
      }),
      {
        type: 'usage',
        externalId: `milestone-${days}`,
        kind: 'milestone',
        account: customer('onboarding_time', days),
        usedAt: at(1 + days),
      },
    ]),
  },
  {
    kpi: 'prospecting_larger_companies',
    expected: 8,
    records: [
      ...many(30, (number) =>
        told('account', `company-${number}`, at(1), { employees: number < 8 ? 1_000 : 200 }),
      ).flat(),
      ...many(30, (number) =>
        call(`call-${number}`, at(4), {
          account: `prospecting_larger_companies-company-${number}`,
        }),
      ),
      // The second touch of a company is not its first.
      call('again', at(9), { account: 'prospecting_larger_companies-company-1' }),
    ],
  },
  {
    kpi: 'database_hygiene',
    expected: 2 / 5,
    records: openDeals('database_hygiene', (number) => ({
      amount: '1000.00',
      ...EUR,
      expectedOn: on(1, 2),
      // Of those that move, one has no account.
      ...(number === 1 ? {} : { account: customer('database_hygiene', number) }),
    })),
  },
  {
    kpi: 'client_contact_coverage',
    expected: 0.9,
    records: [
      ...many(30, (number) =>
        told('account', `client-${number}`, at(1, '10:00', -4), { assignedOn: on(1, -4) }),
      ).flat(),
      ...many(27, (number) =>
        call(`call-${number}`, at(4), { account: `client_contact_coverage-client-${number}` }),
      ),
      call('again', at(11), { account: 'client_contact_coverage-client-3' }),
      call('no answer', at(4), { account: 'client_contact_coverage-client-29', talkSeconds: 4 }),
    ],
  },
  {
    kpi: 'conversations_per_client',
    expected: 3,
    records: [
      ...many(29, (number) =>
        told('account', `client-${number}`, at(1, '10:00', -4), { assignedOn: on(1, -4) }),
      ).flat(),
      // Two that share a place: one until the 15th, the other from then on; with 31 days they are one.
      ...told('account', 'client-29', at(1, '10:00', -4), {
        assignedOn: on(1, -4),
        releasedOn: on(16),
      }),
      ...told('account', 'client-30', at(16), { assignedOn: on(16) }),
      ...many(90, (number) =>
        call(`call-${number}`, at(1 + Math.floor(number / 30)), {
          account: `conversations_per_client-client-${number % 30}`,
          contact: `contact-${number % 30}`,
        }),
      ),
      // A second one on the day with the same contact; nobody's client any more; not reached.
      call('again', at(1, '11:00'), {
        account: 'conversations_per_client-client-3',
        contact: 'contact-3',
      }),
      call('released', at(20), {
        account: 'conversations_per_client-client-29',
        contact: 'contact-29',
      }),
      call('no answer', at(4), { account: 'conversations_per_client-client-2', talkSeconds: 4 }),
    ],
  },
  {
    kpi: 'clients_free_of_issues',
    expected: 28 / 30,
    records: [
      ...many(30, (number) =>
        told('subscription', `subscription-${number}`, at(1, '10:00', -4), {
          account: customer('clients_free_of_issues', number),
          monthly: '10.00',
          ...EUR,
          startsOn: on(1, -4),
        }),
      ).flat(),
      ...many(5, (number) =>
        told('ticket', `ticket-${number}`, at(6), {
          account: customer('clients_free_of_issues', number),
          openedAt: at(6),
          priority: number === 4 ? 'low' : 'urgent',
          ...(number < 2 ? { status: 'open' } : { status: 'closed', closedAt: at(8) }),
        }),
      ).flat(),
    ],
  },
];
