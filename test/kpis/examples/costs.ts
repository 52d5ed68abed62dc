import type { Example } from '../example.js';
import { at, many, on, told } from '../example.js';

const cost = (name: string, amount: string, about: object) =>
  told('cost', name, at(1), { amount, currency: 'EUR', from: on(1), until: on(31), ...about });

const leads = (count: number, status: string) =>
  many(count, (number) =>
    told('lead', `lead-${number}`, at(4), { status, createdAt: at(4) }),
  ).flat();

export const COST_EXAMPLES: readonly Example[] = [
  {
    kpi: 'sales_lead_acquisition_cost',
    expected: 200,
    records: [
      // 21 of the 43 weekdays of these days are in May.
      ...cost('list', '17200', { step: 'contacting', from: on(1), until: on(0, 2) }),
      ...cost('phones', '1200', { step: 'contacting' }),
      ...cost('trial', '5000', { step: 'trial' }),
      ...leads(48, 'new'),
    ],
  },
  {
    kpi: 'sql_acquisition_cost',
    expected: 250,
    records: [
      ...cost('campaign', '11000', { kind: 'marketing' }),
      ...cost('calls', '4000', { kind: 'sales', step: 'qualifying' }),
      ...cost('contract', '900', { kind: 'sales', step: 'closing' }),
      ...leads(60, 'sql'),
    ],
  },
  {
    kpi: 'poc_acquisition_cost',
    expected: 2_000,
    records: [
      ...cost('campaign', '14000', { kind: 'marketing', step: 'qualifying' }),
      ...cost('pre-sales', '10000', { step: 'qualifying', until: null, from: on(9) }),
      ...cost('running', '700', { step: 'trial' }),
      ...many(12, (number) =>
        told('trial', `trial-${number}`, at(4), { status: 'running', startedAt: at(4) }),
      ).flat(),
    ],
  },
];
