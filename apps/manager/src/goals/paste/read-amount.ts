/** `empty`: nothing is said. `unread`: it is no amount. */
export type ReadAmount =
  | { readonly kind: 'amount'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread' };

const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  mm: 1e6,
};
const SPACES = /[\s\u00a0\u202f\u2009'’]/g;
const EMPTY = /^[-–—−.]?$/;

/**
 * Reads an amount as people write it in a spreadsheet: `1.234,50`, `1,234.50`, `1 234`, `€ 12k`, `EUR 1.5m`. A single
 * sign with three digits behind it groups thousands; goals are not written in thousandths.
 */
export function readAmount(text: string): ReadAmount {
  const plain = text.replaceAll(SPACES, '');
  if (EMPTY.test(plain)) return { kind: 'empty' };
  const found =
    /^(?:\p{Sc}|[a-z]{3})?([\d.,]*\d[.,]?)(k|tsd\.?|mio\.?|mn|mm|m)?(?:\p{Sc}|[a-z]{3})?$/iu.exec(
      plain,
    );
  const [, digits, multiple = ''] = found ?? [];
  if (digits === undefined) return { kind: 'unread' };
  const number = Number(withPoint(digits));
  if (!Number.isFinite(number)) return { kind: 'unread' };
  const value = number * (MULTIPLES[multiple.toLowerCase().replace('.', '')] ?? 1);
  return { kind: 'amount', value };
}

/** Without signs that group, and with a point for decimals. */
function withPoint(digits: string): string {
  const [points, commas] = [digits.split('.').length - 1, digits.split(',').length - 1];
  if (points > 0 && commas > 0) {
    const decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    const group = decimal === '.' ? ',' : '.';
    return digits.replaceAll(group, '').replace(decimal, '.');
  }
  const sign = points > 0 ? '.' : ',';
  const groups = points + commas > 1 || /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return groups ? digits.replaceAll(sign, '') : digits.replace(sign, '.');
}
