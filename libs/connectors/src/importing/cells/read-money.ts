import type { Reading } from './reading.js';
import { read, unreadable } from './reading.js';

export type Decimal = '.' | ',';

export interface Money {
  /** A plain decimal, e.g. `-1234.50`. */
  readonly amount: string;
  /** When it stands beside the number. */
  readonly currency: string | null;
}

/** Reads amounts as people and spreadsheets write them: `€ 1.234,50`, `USD 1,234.50`, `(99.00)`. */
export function readMoney(text: string, decimal: Decimal | undefined): Reading<Money> {
  const code = /^([A-Z]{3})(?=[\s\d(+-])|(?<=[\s\d)])([A-Z]{3})$/.exec(text);
  const currency = code?.[1] ?? code?.[2] ?? null;
  const bare = text.replace(currency ?? '', '').replace(/[\p{Sc}\s']/gu, '');
  const found = /^(?:\((?<owed>\d[\d.,]*)\)|(?<sign>[+-]?)(?<digits>\d[\d.,]*))$/.exec(bare);
  const digits = found?.groups?.['owed'] ?? found?.groups?.['digits'];
  if (digits === undefined) return unreadable(`"${text.slice(0, 40)}" is no amount`);
  const isNegative = found?.groups?.['owed'] !== undefined || found?.groups?.['sign'] === '-';
  const plain = plainDecimal(digits, decimal);
  if (!plain.ok) return plain;
  return read({ amount: isNegative ? `-${plain.value}` : plain.value, currency });
}

function plainDecimal(text: string, given: Decimal | undefined): Reading<string> {
  const point = decimalOf(text, given);
  if (point === 'either') {
    const [thousand, fraction] = [text.replace(/[.,]/, ''), text.replace(',', '.')];
    return unreadable(`"${text}" may be ${thousand} or ${fraction}: say decimal=. or decimal=,`);
  }
  const [whole = '', fraction, ...more] = text.split(point);
  const groups = whole.split(point === '.' ? ',' : '.');
  const isGrouped = groups.every((group, index) =>
    index === 0 ? group.length <= 3 || groups.length === 1 : group.length === 3,
  );
  if (more.length > 0 || !isGrouped || (fraction !== undefined && !/^\d*$/.test(fraction))) {
    return unreadable(`"${text}" is no amount with decimals after "${point}"`);
  }
  return read(fraction ? `${groups.join('')}.${fraction}` : groups.join(''));
}

function decimalOf(text: string, given: Decimal | undefined): Decimal | 'either' {
  if (given !== undefined) return given;
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (dot !== -1 && comma !== -1) return dot > comma ? '.' : ',';
  if (dot === -1 && comma === -1) return '.';
  const only = dot === -1 ? ',' : '.';
  const parts = text.split(only);
  if (parts.length > 2) return only === '.' ? ',' : '.';
  const [whole = '', fraction = ''] = parts;
  const mayBeGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  return mayBeGroup ? 'either' : only;
}
