import type { Example, ExampleRecord } from '../example.js';
import { at, many, on, told, won } from '../example.js';

const EUR = { currency: 'EUR' };

/** A subscription of one of an example's customers; months count from May 2026. */
function subscription(
  kpi: string,
  customer: string,
  monthly: string,
  from: number,
  until: number | null = null,
  name = customer,
): ExampleRecord[] {
  return told('subscription', name, at(1, '08:00', from), {
    account: `${kpi} ${customer}`,
    monthly,
    ...EUR,
    startsOn: on(1, from),
    ...(until !== null && { endsOn: on(10, until) }),
  });
}

/** The same at another price from the tenth of the month on. */
function changed(customer: string, monthly: string, month: number): ExampleRecord[] {
  return told('subscription', customer, at(10, '08:00', month), { monthly });
}

/** 100 a month: a tenth is lost, one shrinks by ten, and one grows by ten. */
function movements(kpi: string): ExampleRecord[] {
  return [
    ...subscription(kpi, 'lost', '10.00', -6, 0),
    ...subscription(kpi, 'smaller', '40.00', -6),
    ...changed('smaller', '30.00', 0),
    ...subscription(kpi, 'larger', '50.00', -6),
    ...changed('larger', '60.00', 0),
    // Won in the month itself: no part of what there was.
    ...subscription(kpi, 'new', '70.00', 0),
    ...changed('new', '90.00', 0),
  ];
}

/** 200 customers, of whom some have two subscriptions; 5 are lost in May, and one with one of two is not. */
function customers(kpi: string): ExampleRecord[] {
  return [
    ...many(200, (number) =>
      subscription(kpi, `customer-${number}`, '10.00', -9, number < 5 ? 0 : null),
    ).flat(),
    ...subscription(kpi, 'customer-7', '5.00', -9, 0, 'second of 7'),
    ...subscription(kpi, 'new', '10.00', 0),
  ];
}

/** 10.0 thousand a year ago: 1.8 grew, 0.6 shrank and 0.9 were lost. */
function year(kpi: string): ExampleRecord[] {
  return [
    ...subscription(kpi, 'grew', '5000.00', -20),
    ...changed('grew', '6800.00', -3),
    ...subscription(kpi, 'shrank', '4100.00', -20),
    ...changed('shrank', '3500.00', -2),
    ...subscription(kpi, 'lost', '900.00', -20, -1),
    ...subscription(kpi, 'new', '4000.00', -5),
  ];
}

const contracts = (kpi: string, count: number, about: (number: number) => object) =>
  many(count, (number) =>
    told('contract', `contract-${number}`, at(1), {
      account: `${kpi} customer-${number}`,
      dueOn: on(1 + (number % 28)),
      status: 'running',
      ...about(number),
    }),
  ).flat();

/** Thirty companies that buy for the first time in May, and what that cost. */
function acquired(kpi: string): ExampleRecord[] {
  return [
    ...many(30, (number) =>
      won(`won-${number}`, 1 + (number % 28), { account: `${kpi} company-${number}` }),
    ).flat(),
    ...spent('sales', '90000.00', { kind: 'sales' }),
    ...spent('marketing', '60000.00', { kind: 'marketing' }),
  ];
}

function spent(name: string, amount: string, about: Readonly<Record<string, unknown>>) {
  return told('cost', name, at(1), { amount, ...EUR, from: on(1), until: on(31), ...about });
}

/** A hundred customers of a year ago at 500 a month; 36 are lost until now. A margin of 80 %. */
function value(kpi: string): ExampleRecord[] {
  return [
    ...many(100, (number) =>
      subscription(
        kpi,
        `customer-${number}`,
        '500.00',
        -20,
        number < 36 ? -1 - (number % 10) : null,
      ),
    ).flat(),
    ...told('deal', 'margin', at(5, '10:00', -4), {
      status: 'won',
      account: `${kpi} old`,
      closedOn: on(5, -4),
      amount: '1000.00',
      cost: '200.00',
      ...EUR,
    }),
  ];
}

export const RETENTION_EXAMPLES: readonly Example[] = [
  { kpi: 'net_mrr_churn', expected: 0.1, records: movements('net_mrr_churn') },
  { kpi: 'gross_mrr_churn', expected: 0.2, records: movements('gross_mrr_churn') },
  { kpi: 'customer_count_churn', expected: 0.025, records: customers('customer_count_churn') },
  { kpi: 'retention', expected: 0.975, records: customers('retention') },
  {
    kpi: 'renewal_rate',
    expected: 0.9,
    records: contracts('renewal_rate', 50, (number) => ({
      status: number < 45 ? 'renewed' : 'lapsed',
    })),
  },
  {
    kpi: 'renewal_invitations',
    expected: 0.92,
    records: [
      ...contracts('renewal_invitations', 50, () => ({})),
      ...many(40, (number) => ({
        type: 'call',
        externalId: `call-${number}`,
        endedAt: at(20, '10:00', -2),
        talkSeconds: 300,
        account: `renewal_invitations customer-${number}`,
      })),
      ...many(6, (number) =>
        told('deal', `renewal-${number}`, at(2, '10:00', -1), {
          account: `renewal_invitations customer-${40 + number}`,
          kind: 'renewal',
          createdAt: at(2, '10:00', -1),
        }),
      ).flat(),
      // Long before it was due.
      {
        type: 'call',
        externalId: 'too early',
        endedAt: at(20, '10:00', -6),
        talkSeconds: 300,
        account: 'renewal_invitations customer-48',
      },
    ],
  },
  { kpi: 'nrr', expected: 1.03, records: year('nrr') },
  { kpi: 'grr', expected: 0.85, records: year('grr') },
  {
    kpi: 'arpu',
    expected: 3,
    records: [
      ...many(5, (number) => subscription('arpu', `customer-${number}`, '2.00', -3)).flat(),
      ...subscription('arpu', 'customer-1', '5.00', -2, null, 'second of 1'),
      ...subscription('arpu', 'gone', '9.00', -3, -1),
    ],
  },
  {
    kpi: 'new_logos',
    expected: 2,
    records: [
      ...won('first', 4, { account: 'new_logos Orsini' }),
      ...won('second', 9, { account: 'new_logos Orsini' }),
      // A company of its own; its mother bought long ago.
      ...won('daughter', 12, { account: 'new_logos-daughter' }),
      ...told('account', 'daughter', at(1), { parent: 'new_logos-mother' }),
      ...told('deal', 'old', at(9, '10:00', -30), {
        status: 'won',
        closedOn: on(9, -30),
        account: 'new_logos-mother',
      }),
      ...won('third', 20, { account: 'new_logos Brisa' }),
    ],
  },
  { kpi: 'cac', expected: 5_000, records: acquired('cac') },
  { kpi: 'cltv', expected: (500 * 0.8) / 0.03, records: value('cltv') },
  {
    kpi: 'clv_cac',
    expected: (500 * 0.8) / 0.03 / 5_000,
    records: [...value('clv_cac'), ...acquired('clv_cac')],
  },
  {
    kpi: 'retention_cost_ratio',
    expected: 5,
    records: [
      ...acquired('retention_cost_ratio'),
      ...spent('care', '20000.00', { kind: 'customer-success' }),
      ...many(20, (number) =>
        subscription('retention_cost_ratio', `customer-${number}`, '100.00', -3),
      ).flat(),
    ],
  },
];
