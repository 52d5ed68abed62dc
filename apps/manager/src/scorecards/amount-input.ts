import type { Unit } from '@bellwether/contracts';

/** What a target is typed in, beside its place to type: `calls`, `EUR`, `minutes`, `%`. */
export function typedIn(unit: Unit): string {
  switch (unit.kind) {
    case 'money':
      return unit.currency;
    case 'count':
      return unit.many;
    case 'points':
      return 'points';
    case 'duration':
      return 'minutes';
    case 'days':
      return 'days';
    case 'ratio':
    case 'share':
      return '%';
    case 'per':
    case 'place':
      return '';
  }
}

/** A typed amount in the unit's smallest part; null for what is no amount above nothing. */
export function typedAmount(text: string, unit: Unit, locale: string): number | null {
  const { group, decimal } = signsOf(locale);
  const plain = text
    .replaceAll(/[\s\u00a0\u202f'’%]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  if (!/^\d*\.?\d+$|^\d+\.$/.test(plain)) return null;
  const amount = Number(plain) * partsOf(unit);
  const whole = unit.kind === 'ratio' || unit.kind === 'per' ? amount : Math.round(amount);
  return whole > 0 && Number.isSafeInteger(Math.ceil(whole)) ? whole : null;
}

/** An amount as it would be typed. */
export function amountToType(amount: number, unit: Unit, locale: string): string {
  const value = Number((amount / partsOf(unit)).toPrecision(12));
  const options = { maximumFractionDigits: unit.kind === 'per' ? 4 : 2 };
  return new Intl.NumberFormat(locale, options).format(value);
}

/** How many smallest parts make one of what is typed. */
function partsOf(unit: Unit): number {
  switch (unit.kind) {
    case 'money':
      return 10 ** unit.minorDigits;
    case 'count':
    case 'points':
      return 1000;
    case 'duration':
      return 60;
    case 'days':
      return 86_400;
    case 'ratio':
    case 'share':
      return 0.01;
    case 'per':
    case 'place':
      return 1;
  }
}

function signsOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const sign = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: sign('group', ','), decimal: sign('decimal', '.') };
}
