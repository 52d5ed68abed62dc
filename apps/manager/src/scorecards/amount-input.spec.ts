import type { Unit } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { amountToType, typedAmount } from './amount-input.js';

const CALLS: Unit = { kind: 'count', one: 'call', many: 'calls' };
const EUROS: Unit = { kind: 'money', currency: 'EUR', minorDigits: 2 };
const RATIO: Unit = { kind: 'ratio' };

describe('a target as it is typed', () => {
  it.each<[string, Unit, string, number | null]>([
    ['45', CALLS, 'en-IE', 45_000],
    ['2.5', CALLS, 'en-IE', 2_500],
    ['90,000', EUROS, 'en-IE', 9_000_000],
    ['90.000', EUROS, 'de-DE', 9_000_000],
    ['90.000,50', EUROS, 'de-DE', 9_000_050],
    ['90 000', EUROS, 'fr-FR', 9_000_000],
    ['30 %', RATIO, 'en-IE', 0.3],
    ['90', { kind: 'duration' }, 'en-IE', 5_400],
    ['30', { kind: 'days' }, 'en-IE', 2_592_000],
    ['1.25', { kind: 'per' }, 'en-IE', 1.25],
    ['', CALLS, 'en-IE', null],
    ['0', CALLS, 'en-IE', null],
    ['-3', CALLS, 'en-IE', null],
    ['many', CALLS, 'en-IE', null],
    ['99999999999999999', CALLS, 'en-IE', null],
  ])('%s', (text, unit, locale, amount) => {
    expect(typedAmount(text, unit, locale)).toBe(amount);
  });

  it.each<[number, Unit, string, string]>([
    [45_000, CALLS, 'en-IE', '45'],
    [9_000_050, EUROS, 'de-DE', '90.000,5'],
    [0.3, RATIO, 'en-IE', '30'],
    [5_400, { kind: 'duration' }, 'en-IE', '90'],
  ])('of %d is typed again', (amount, unit, locale, text) => {
    expect(amountToType(amount, unit, locale)).toBe(text);
    expect(typedAmount(text, unit, locale)).toBe(amount);
  });
});
