import type { BusinessDate } from '../time/business-date.js';
import { MOST_MINOR_UNITS, minorDigitsOf, parseMinorUnits } from './minor-units.js';

/** What one whole unit of a currency is worth in the organisation's own, from a day on until the next is known. */
export interface ExchangeRate {
  /** ISO 4217. */
  readonly currency: string;
  readonly from: BusinessDate;
  /** A decimal text above 0, e.g. `0.9217`, so that nothing is lost in writing it down. */
  readonly rate: string;
}

/** The rate of a day; undefined before the first that is known. */
export type RateOn = (currency: string, date: BusinessDate) => string | undefined;

/** At most twelve digits before the point and after it. */
const RATE = /^(?<whole>\d{1,12})(?:\.(?<fraction>\d{1,12}))?$/;

/** Rates by their days, in whatever order they come. */
export function ratesByDay(rates: readonly ExchangeRate[]): RateOn {
  const byCurrency = new Map<string, ExchangeRate[]>();
  for (const one of rates) {
    const known = byCurrency.get(one.currency);
    if (known) known.push(one);
    else byCurrency.set(one.currency, [one]);
  }
  for (const all of byCurrency.values()) all.sort((a, b) => (a.from < b.from ? -1 : 1));
  return (currency, date) => byCurrency.get(currency)?.findLast(({ from }) => from <= date)?.rate;
}

/**
 * An amount of one currency in another, both in minor units, exactly and then rounded half away from
 * zero. Undefined when the rate is none or the amount becomes more than a record may carry.
 */
export function exchanged(
  minor: number,
  { from, to, rate }: { readonly from: string; readonly to: string; readonly rate: string },
): number | undefined {
  const found = RATE.exec(rate)?.groups;
  if (!found) return undefined;
  const { whole = '0', fraction = '' } = found;
  const digits = fraction.length + minorDigitsOf(from) - minorDigitsOf(to);
  const product = BigInt(minor) * BigInt(whole + fraction);
  const [above, below] =
    digits < 0 ? [product * 10n ** BigInt(-digits), 1n] : [product, 10n ** BigInt(digits)];
  const size = above < 0n ? -above : above;
  const rounded = Number((size * 2n + below) / (below * 2n));
  if (rounded > MOST_MINOR_UNITS) return undefined;
  return minor < 0 && rounded > 0 ? -rounded : rounded;
}

/** Money as it was told. */
export interface Told {
  /** Decimal text, e.g. `48600.00`. */
  readonly amount: string;
  /** Null: the organisation's own. */
  readonly currency: string | null;
  /** Whose rate counts. */
  readonly date: BusinessDate;
}

/** What was told in minor units of the own currency; undefined when it is no amount, or there is no rate. */
export function inOwnMinorUnits(
  { amount, currency, date }: Told,
  { currency: own, rateOn }: { readonly currency: string; readonly rateOn?: RateOn },
): number | undefined {
  const from = currency ?? own;
  const minor = parseMinorUnits(amount, from);
  if (minor === undefined || from === own) return minor;
  const rate = rateOn?.(from, date);
  return rate === undefined ? undefined : exchanged(minor, { from, to: own, rate });
}
