import type { SourceId } from '../ids.js';
import { minorDigitsOf } from '../money/minor-units.js';
import { businessDateOf, parseBusinessDate } from '../time/business-date.js';
import type { Converted } from './converted.js';
import { known, textOf, unknown } from './converted.js';
import { fieldChoice } from './field-choices.js';
import type { Conversion, FieldRule } from './field-rule.js';
import { instantOf } from './instant-of.js';
import { readDuration, readMoney } from './read-measured.js';
import { identityOf, readList, readNumber, readText, readYesNo } from './read-plain.js';

/** What conversions need to know of a source and its organisation. */
export interface ConversionContext {
  readonly sourceId: SourceId;
  readonly timeZone: string;
  readonly currency: string;
}

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
