import { expect, it } from 'vitest';
import { withoutValue } from './without-value.js';

const euro = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;

it.each([
  ['revenue', { unit: euro, isQuotient: false }, '€0'],
  ['a deal size', { unit: euro, isQuotient: true }, 'nothing yet'],
  ['a win rate', { unit: { kind: 'ratio' } as const, isQuotient: true }, 'nothing yet'],
])('%s of nobody', (_, metric, text) => {
  expect(withoutValue(metric, 'en-IE')).toBe(text);
});
