import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigitsOf, parseMinorUnits } from './minor-units.js';

describe('an amount of money', () => {
  it.each([
    ['12500.50', 'EUR', 1_250_050],
    ['12500', 'EUR', 1_250_000],
    ['0.005', 'EUR', 1],
    ['0.0049999', 'EUR', 0],
    ['-0.005', 'EUR', -1],
    ['-12.34', 'USD', -1_234],
    ['19.', 'EUR', 1_900],
    ['1234', 'JPY', 1_234],
    ['1234.5', 'JPY', 1_235],
    ['1.2345', 'BHD', 1_235],
    ['1.005', 'EUR', 101],
    [' 7.10 ', 'EUR', 710],
  ])('%j in %s is %i in minor units', (text, currency, minor) => {
    expect(parseMinorUnits(text, currency)).toBe(minor);
  });

  it.each(['', '1e308', 'NaN', '1,000', '0x10', '--1', '1.2.3', '99999999999999', 'Infinity'])(
    'is not %j',
    (text) => expect(parseMinorUnits(text, 'EUR')).toBeUndefined(),
  );

  it('is read exactly, whatever its digits', () => {
    const amount = fc.tuple(
      fc.integer({ min: 0, max: 9_999_999_999 }),
      fc.integer({ min: 0, max: 99 }),
    );
    fc.assert(
      fc.property(amount, ([euros, cents]) => {
        const text = `${euros}.${String(cents).padStart(2, '0')}`;
        expect(parseMinorUnits(text, 'EUR')).toBe(euros * 100 + cents);
      }),
    );
  });

  it('knows currencies without cents', () => {
    expect([minorDigitsOf('EUR'), minorDigitsOf('JPY'), minorDigitsOf('KWD')]).toEqual([2, 0, 3]);
  });
});
