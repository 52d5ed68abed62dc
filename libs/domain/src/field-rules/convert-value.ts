import type { SourceId } from '../ids.js';
import { minorDigitsOf } from '../money/minor-units.js';
import type { FieldValue } from '../records/record-fields.js';
import { businessDateOf, parseBusinessDate } from '../time/business-date.js';
import { fieldChoice } from './field-choices.js';
import type { Conversion, FieldRule } from './field-rule.js';

/** What conversions need to know of a source and its organisation. */
export interface ConversionContext {
  readonly sourceId: SourceId;
  readonly timeZone: string;
  readonly currency: string;
}

/** A reason continues a sentence that begins with the value. */
export type Converted =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly reason: string };

/** What a value in a payload means for a field. Null and an empty text are known to be empty. */
export function convertValue(
  value: unknown,
  rule: FieldRule,
  context: ConversionContext,
): Converted {
  if (value === null || value === '') return known(null);
  if (rule.read.as === 'list') return readList(value);
  if (typeof value === 'object') return unknown('holds several values: take one of those in it');
  const text = textOf(value);
  if (text === '') return known(null);
  if (rule.read.as !== 'table') return convertPlain(text, rule, rule.read, context);
  const row = rule.read.rows.find(({ from }) => from.trim().toLowerCase() === text.toLowerCase());
  const meaning = row?.to ?? rule.read.otherwise;
  return meaning === null
    ? unknown('stands in no row of the table')
    : convertText(meaning, rule, context);
}

/** What a text means that a manager wrote for a field: `won`, `yes`, `ada@example.com`. */
export function convertText(text: string, rule: FieldRule, context: ConversionContext): Converted {
  const kind = fieldChoice(rule.record, rule.field)?.kind;
  const as = kind === 'identity' ? 'person' : kind === 'flag' ? 'yes-no' : 'text';
  return text.trim() === '' ? known(null) : convertPlain(text.trim(), rule, { as }, context);
}

type Plain = Exclude<Conversion, { as: 'table' }>;

function convertPlain(
  text: string,
  rule: FieldRule,
  read: Plain,
  { sourceId, timeZone, currency }: ConversionContext,
): Converted {
  switch (read.as) {
    case 'text':
      return readText(text, rule);
    case 'number':
      return readNumber(text);
    case 'yes-no':
      return readYesNo(text);
    case 'person':
      return known(identityOf(text, sourceId));
    case 'time': {
      const instant = instantOf(text);
      return instant === undefined ? unknown('is no time') : known(instant);
    }
    case 'date': {
      const day = parseBusinessDate(text);
      const instant = day === undefined ? instantOf(text) : undefined;
      if (day !== undefined) return known(day);
      return instant === undefined
        ? unknown('is no day')
        : known(businessDateOf(instant, timeZone));
    }
    case 'money':
      return readMoney(text, read.unit === 'minor' ? minorDigitsOf(currency) : 0);
    case 'duration':
      return readDuration(text, read.unit);
    case 'list':
      return readList(text);
  }
}

const MOST_TEXT = 200;

function readText(text: string, { record, field }: FieldRule): Converted {
  const { values } = fieldChoice(record, field) ?? { values: null };
  if (values && !values.includes(text)) return unknown(`is none of ${values.join(', ')}`);
  if (record === 'deal' && field === 'currency') {
    const code = text.toUpperCase();
    return /^[A-Z]{3}$/.test(code) ? known(code) : unknown('is no currency, e.g. EUR');
  }
  return known(text.slice(0, MOST_TEXT));
}

const MOST_NUMBER = 1e12;

function readNumber(text: string): Converted {
  const number = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(number) <= MOST_NUMBER ? known(number) : unknown('is no number');
}

const YES = new Set(['true', 'yes', 'y', '1', 'on']);
const NO = new Set(['false', 'no', 'n', '0', 'off']);

function readYesNo(text: string): Converted {
  const word = text.toLowerCase();
  if (YES.has(word)) return known(true);
  return NO.has(word) ? known(false) : unknown('is neither yes nor no');
}

/** Somebody by their address, or by what the source calls them. */
function identityOf(text: string, sourceId: SourceId): string {
  return /^[^\s@]+@[^\s@]+$/.test(text)
    ? `email:${text.toLowerCase()}`
    : `source-${sourceId}:${text.slice(0, MOST_TEXT)}`;
}

/** A plain decimal with the point moved to the left. */
function readMoney(text: string, digits: number): Converted {
  const [, sign = '', whole, fraction = ''] =
    /^([+-]?)(\d{1,18})(?:\.(\d{0,20}))?$/.exec(text) ?? [];
  if (whole === undefined) return unknown('is no amount, such as 12500.50');
  const padded = whole.padStart(digits + 1, '0');
  const major = padded.slice(0, padded.length - digits).replace(/^0+(?=\d)/, '');
  if (major.length > 10) return unknown('is too large an amount for one record');
  const minor = `${padded.slice(padded.length - digits)}${fraction}`;
  return known(`${sign === '-' ? '-' : ''}${major}${minor === '' ? '' : `.${minor}`}`);
}

const SECONDS = { milliseconds: 1 / 1_000, seconds: 1, minutes: 60, hours: 3_600 };
const MOST_SECONDS = 86_400;

function readDuration(text: string, unit: keyof typeof SECONDS): Converted {
  const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  const number = /^\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) * SECONDS[unit] : Number.NaN;
  const seconds = clock
    ? Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
    : Math.round(number);
  if (Number.isNaN(seconds)) return unknown('is no duration');
  return seconds <= MOST_SECONDS ? known(seconds) : unknown('is longer than a day');
}

const MOST_TAGS = 20;
const MOST_TAG = 60;

/** A list, or a text with commas or semicolons between. */
function readList(value: unknown): Converted {
  const parts = typeof value === 'object' ? value : textOf(value).split(/[;,]/);
  if (!Array.isArray(parts) || parts.some((part) => typeof part === 'object')) {
    return unknown('is no list of texts');
  }
  const texts = parts.map((part) => textOf(part).slice(0, MOST_TAG));
  return known(texts.filter((text) => text !== '').slice(0, MOST_TAGS));
}

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Fewer digits are seconds, more are milliseconds. */
const MOST_SECOND_DIGITS = 10;

/** ISO 8601, or seconds or milliseconds since 1970. Without a zone it is UTC. */
function instantOf(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) {
    return inRange(Number(text) * (text.length <= MOST_SECOND_DIGITS ? 1_000 : 1));
  }
  const [, day] = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}|$)/.exec(text) ?? [];
  // JavaScript would take 30 February for the second of March.
  if (day === undefined || parseBusinessDate(day) === undefined) return undefined;
  const iso = text.replace(' ', 'T');
  return inRange(
    Date.parse(iso.length === 10 || /(Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`),
  );
}

function inRange(instant: number): number | undefined {
  return instant >= EARLIEST && instant < LATEST ? instant : undefined;
}

/** Of JSON's plain values. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');
}

function known(value: FieldValue): Converted {
  return { ok: true, value };
}

function unknown(reason: string): Converted {
  return { ok: false, reason };
}
