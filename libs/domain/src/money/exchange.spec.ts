import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import type { ExchangeRate } from './exchange.js';
import { exchanged, inOwnMinorUnits, ratesByDay } from './exchange.js';

const rate = (currency: string, from: string, text: string): ExchangeRate => ({
  currency,
  from: from as BusinessDate,
  rate: text,
});

describe('an amount in another currency', () => {
  it.each([
    ['100.00 dollars at 0.9217', 10_000, 'USD', 'EUR', '0.9217', 9_217],
    ['half a cent rounds up', 50, 'USD', 'EUR', '0.01', 1],
    ['and away from zero below it', -50, 'USD', 'EUR', '0.01', -1],
    ['less than half a cent is nothing', 49, 'USD', 'EUR', '0.01', 0],
    ['yen have no hundredths', 15_000, 'JPY', 'EUR', '0.0061', 9_150],
    ['into yen', 9_150, 'EUR', 'JPY', '163.93', 15_000],
    ['dinars have thousandths', 1_500, 'KWD', 'EUR', '3', 450],
    ['a whole rate', 123, 'GBP', 'EUR', '2', 246],
    ['nothing stays nothing', 0, 'USD', 'EUR', '0.9217', 0],
  ])('%s', (_, minor, from, to, text, expected) => {
    expect(exchanged(minor, { from, to, rate: text })).toBe(expected);
  });

  it('is none where the rate is none, or beyond what a record may carry', () => {
    expect(exchanged(1, { from: 'USD', to: 'EUR', rate: 'much' })).toBeUndefined();
    expect(exchanged(10_000_000_000_000, { from: 'USD', to: 'EUR', rate: '2' })).toBeUndefined();
  });

  it('is never further from the exact one than half a minor unit', () => {
    const minors = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(minors, fc.integer({ min: 1, max: 99_999 }), (minor, thousandths) => {
        const text = (thousandths / 1_000).toFixed(3);
        const found = exchanged(minor, { from: 'USD', to: 'EUR', rate: text }) ?? Number.NaN;
        expect(Math.abs(found * 1_000 - minor * thousandths)).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('the rate of a day', () => {
  const rateOn = ratesByDay([
    rate('USD', '2026-05-10', '0.93'),
    rate('GBP', '2026-01-01', '1.17'),
    rate('USD', '2026-05-01', '0.92'),
  ]);

  it.each([
    ['USD', '2026-04-30', undefined],
    ['USD', '2026-05-01', '0.92'],
    ['USD', '2026-05-09', '0.92'],
    ['USD', '2026-05-10', '0.93'],
    ['USD', '2027-01-01', '0.93'],
    ['GBP', '2026-05-10', '1.17'],
    ['SEK', '2026-05-10', undefined],
  ])('of %s on %s is %s', (currency, date, expected) => {
    expect(rateOn(currency, date as BusinessDate)).toBe(expected);
  });
});

describe('money as it was told', () => {
  const own = {
    currency: 'EUR',
    rateOn: ratesByDay([rate('USD', '2026-05-01', '0.92')]),
  };
  it.each([
    ['the own currency', '48600.00', 'EUR', 4_860_000],
    ['no currency', '48600', null, 4_860_000],
    ['another', '100.00', 'USD', 9_200],
    ['one without a rate', '100.00', 'GBP', undefined],
    ['no amount', 'much', 'USD', undefined],
  ])('in %s', (_, amount, currency, expected) => {
    const date = '2026-05-12' as BusinessDate;
    expect(inOwnMinorUnits({ amount, currency, date }, own)).toBe(expected);
  });
});
