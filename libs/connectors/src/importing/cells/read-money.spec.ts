import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from './read-money.js';
import { readMoney } from './read-money.js';

describe('an amount', () => {
  it.each<[string, Decimal | undefined, string, string | null]>([
    ['1054', undefined, '1054', null],
    ['12500.50', undefined, '12500.50', null],
    ['12500,50', undefined, '12500.50', null],
    ['1,234.50', undefined, '1234.50', null],
    ['1.234,50', undefined, '1234.50', null],
    ['1.234.567', undefined, '1234567', null],
    ['1,234', ',', '1.234', null],
    ['1,234', '.', '1234', null],
    ['12345.678', undefined, '12345.678', null],
    ['0.125', undefined, '0.125', null],
    ['€ 1.234,50', undefined, '1234.50', null],
    ['1 234,50 €', undefined, '1234.50', null],
    ["1'234.50", undefined, '1234.50', null],
    ['USD 1,234.50', undefined, '1234.50', 'USD'],
    ['1234,50 EUR', undefined, '1234.50', 'EUR'],
    ['-99.00', undefined, '-99.00', null],
    ['($99.00)', undefined, '-99.00', null],
  ])('%s (%s) is %s %s', (text, decimal, amount, currency) => {
    expect(readMoney(text, decimal)).toEqual({ ok: true, value: { amount, currency } });
  });

  it.each<[string, Decimal | undefined, RegExp]>([
    ['1,234', undefined, /may be 1234 or 1.234: say decimal=. or decimal=,/],
    ['1.234', undefined, /may be 1234 or 1.234/],
    ['1.234,50', '.', /no amount with decimals after "."/],
    ['12,34,56.00', undefined, /no amount with decimals/],
    ['NaN', undefined, /is no amount/],
    ['1e308', undefined, /is no amount/],
    ['twelve', undefined, /is no amount/],
    ['=1+1', undefined, /is no amount/],
  ])('%s (%s) is refused', (text, decimal, reason) => {
    expect(readMoney(text, decimal)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('comes out as it went in, however it is written', () => {
    const style = fc.constantFrom<[Decimal, string]>(['.', ','], [',', '.'], ['.', ''], [',', ' ']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), style, (cents, [decimal, group]) => {
        const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group);
        const fraction = String(cents % 100).padStart(2, '0');
        const plain = `${Math.floor(cents / 100)}.${fraction}`;
        expect(readMoney(`${whole}${decimal}${fraction}`, undefined)).toMatchObject({
          value: { amount: plain },
        });
      }),
    );
  });
});
