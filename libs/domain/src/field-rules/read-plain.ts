import type { SourceId } from '../ids.js';
import { cutText } from '../records/keepable-text.js';
import type { Converted } from './converted.js';
import { known, textOf, unknown } from './converted.js';
import { fieldChoice } from './field-choices.js';
import type { FieldRule } from './field-rule.js';

const MOST_TEXT = 200;

export function readText(text: string, { record, field }: FieldRule): Converted {
  const { values } = fieldChoice(record, field) ?? { values: null };
  if (values && !values.includes(text)) return unknown(`is none of ${values.join(', ')}`);
  if (record === 'deal' && field === 'currency') {
    const code = text.toUpperCase();
    return /^[A-Z]{3}$/.test(code) ? known(code) : unknown('is no currency, e.g. EUR');
  }
  return known(cutText(text, MOST_TEXT));
}

const MOST_NUMBER = 1e12;

export function readNumber(text: string): Converted {
  const number = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(number) <= MOST_NUMBER ? known(number) : unknown('is no number');
}

const YES = new Set(['true', 'yes', 'y', '1', 'on']);
const NO = new Set(['false', 'no', 'n', '0', 'off']);

export function readYesNo(text: string): Converted {
  const word = text.toLowerCase();
  if (YES.has(word)) return known(true);
  return NO.has(word) ? known(false) : unknown('is neither yes nor no');
}

/** Somebody by their address, or by what the source calls them. */
export function identityOf(text: string, sourceId: SourceId): string {
  return /^[^\s@]+@[^\s@]+$/.test(text)
    ? `email:${text.toLowerCase()}`
    : `source-${sourceId}:${cutText(text, MOST_TEXT)}`;
}

const MOST_TAGS = 20;
const MOST_TAG = 60;

/** A list, or a text with commas or semicolons between. */
export function readList(value: unknown): Converted {
  const parts = typeof value === 'object' ? value : textOf(value).split(/[;,]/);
  if (!Array.isArray(parts) || parts.some((part) => typeof part === 'object')) {
    return unknown('is no list of texts');
  }
  const texts = parts.map((part) => cutText(textOf(part), MOST_TAG));
  return known(texts.filter((text) => text !== '').slice(0, MOST_TAGS));
}
