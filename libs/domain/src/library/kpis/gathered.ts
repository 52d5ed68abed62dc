import type { GatheredFigureName } from '../../gathered/figures.js';
import type { MeasureDefinition } from '../../measures/measure.js';
import { named } from './of-won.js';

/** What records that belong together come to, under the name of the figure. */
export function gathered(
  figure: GatheredFigureName,
  unit: MeasureDefinition['unit'],
  words: MeasureDefinition['words'] | string,
): MeasureDefinition {
  return {
    key: figure,
    unit,
    words: typeof words === 'object' ? words : named(words ?? ''),
    rules: [],
    gathers: figure,
  };
}

export const customers = gathered('customers', 'count', { one: 'customer', many: 'customers' });
export const customersLost = gathered('customers_lost', 'count', {
  one: 'customer lost',
  many: 'customers lost',
});
export const customerMrr = gathered('customer_mrr', 'money', 'a month from customers');
export const newLogos = gathered('new_logos', 'count', { one: 'new logo', many: 'new logos' });
export const clients = gathered('clients', 'count', { one: 'client', many: 'clients' });
