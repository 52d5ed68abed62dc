/** ISO 4217 currencies whose smallest part is not a hundredth. */
const DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** The most money that one record may carry, in minor units. Leaves room for 900 such records. */
export const MOST_MINOR_UNITS = 10_000_000_000_000;

/** How many decimal digits the currency's minor unit has. */
export function minorDigitsOf(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/**
 * Reads a decimal amount such as `12500.50` into minor units, exactly; digits beyond the currency's
 * are rounded half away from zero. Undefined when the text is no amount or is out of range.
 */
export function parseMinorUnits(text: string, currency: string): number | undefined {
  const found = /^(?<sign>[+-]?)(?<whole>\d{1,15})(?:\.(?<fraction>\d{0,20}))?$/.exec(text.trim());
  if (!found?.groups) return undefined;
  const { sign, whole = '0', fraction = '' } = found.groups;
  const digits = minorDigitsOf(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const roundsUp = (fraction[digits] ?? '0') >= '5' ? 1 : 0;
  const minor = Number(whole + kept) + roundsUp;
  if (minor > MOST_MINOR_UNITS) return undefined;
  return minor === 0 || sign !== '-' ? minor : -minor;
}
