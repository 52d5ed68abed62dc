import { numberFormat, withTrueMinus } from './number-format.js';

/** From a thousand on nobody at eight metres reads the cents. */
const NO_CENTS_FROM = 1000;

/** A board prints the same amounts again with every change: most of them did not change. */
const printed = new Map<string, string>();
const MOST_PRINTED = 1000;

/** An amount in minor units as a wall prints it: no cents from 1,000 on, nor when there are none. */
export function formatMoney(
  minor: number,
  money: { readonly currency: string; readonly minorDigits: number },
  locale: string,
): string {
  const name = `${minor} ${money.currency} ${money.minorDigits} ${locale}`;
  const known = printed.get(name);
  if (known !== undefined) return known;
  const text = print(minor, money, locale);
  if (printed.size >= MOST_PRINTED) printed.clear();
  printed.set(name, text);
  return text;
}

function print(
  minor: number,
  money: { readonly currency: string; readonly minorDigits: number },
  locale: string,
): string {
  const one = 10 ** money.minorDigits;
  const whole = Math.abs(minor) >= NO_CENTS_FROM * one || minor % one === 0;
  const digits = whole ? 0 : money.minorDigits;
  const value = minor / one;
  // Adding zero turns a negative zero into a plain one.
  const shown = (whole ? Math.sign(value) * Math.round(Math.abs(value)) : value) + 0;
  return withTrueMinus(moneyFormat(money.currency, digits, locale).format(shown));
}

function moneyFormat(currency: string, digits: number, locale: string): Intl.NumberFormat {
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  // What is no currency code (Intl throws on it) is printed as a bare number.
  if (!/^[a-z]{3}$/i.test(currency)) return numberFormat(locale, fraction);
  return numberFormat(locale, { style: 'currency', currency, ...fraction });
}
