import type { FieldValue, Fields, Lifecycle, RecordType } from '../records/record-fields.js';
import { cutText } from '../records/keepable-text.js';
import { CUSTOM } from '../records/record-fields.js';
import type { ConversionContext } from './convert-value.js';
import { convertValue } from './convert-value.js';
import { isKnownBy } from './field-choices.js';
import type { FieldRule } from './field-rule.js';
import { parsePath, valueAt } from './payload-path.js';

/** A record as a connector understood it. */
interface ToldFields {
  readonly set: Fields;
  readonly lifecycle?: Lifecycle;
}

/** A value that a rule could not read. */
export interface Unreadable {
  /** The rule's place in the list, 0 for the first. */
  readonly rule: number;
  readonly reason: string;
}

/**
 * The fields of a record by the rules of its source. A field that has a rule is taken from where the
 * rule says and from nowhere else: where nothing stands there, it is not told.
 */
export function applyRules(
  record: RecordType,
  told: ToldFields,
  payload: unknown,
  rules: readonly FieldRule[],
  context: ConversionContext,
): { readonly set: Fields; readonly unreadable: readonly Unreadable[] } {
  if (onlyEnds(told)) return { set: told.set, unreadable: [] };
  const set: Record<string, FieldValue> = { ...told.set };
  const unreadable: Unreadable[] = [];
  for (const [index, rule] of currencyFirst(rules)) {
    if (rule.record !== record || isKnownBy(rule.field)) continue;
    delete set[rule.field];
    const value = valueAt(payload, parsePath(rule.from) ?? []);
    if (value === undefined) continue;
    const converted = convertValue(value, rule, { ...context, currency: currencyOf(set, context) });
    if (converted.ok) set[rule.field] = converted.value;
    else unreadable.push({ rule: index, reason: reasonFor(rule, value, converted.reason) });
  }
  return { set, unreadable };
}

/** Nothing but that the record is gone. */
function onlyEnds({ set, lifecycle }: ToldFields): boolean {
  const { deleted = false, mergedInto = null } = lifecycle ?? {};
  return Object.keys(set).length === 0 && (deleted || mergedInto !== null);
}

/** What an amount in cents is depends on its currency. */
function currencyFirst(rules: readonly FieldRule[]): readonly (readonly [number, FieldRule])[] {
  const all = [...rules.entries()];
  const isCurrency = ([, { field }]: readonly [number, FieldRule]) => field === 'currency';
  return [...all.filter(isCurrency), ...all.filter((entry) => !isCurrency(entry))];
}

function currencyOf({ currency }: Fields, context: ConversionContext): string {
  return typeof currency === 'string' ? currency : context.currency;
}

const MOST_SHOWN = 60;

/** Why a value cannot be read, for whoever wrote the rule. */
export function reasonFor(
  { record, field, from }: FieldRule,
  value: unknown,
  reason: string,
): string {
  const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const shown = written.length > MOST_SHOWN ? `${cutText(written, MOST_SHOWN - 1)}…` : written;
  return `${capital(record)}, ${wordsOf(field)}: "${shown}" at ${from} ${reason}`;
}

/** `talkSeconds` → `talk seconds`. */
function wordsOf(field: string): string {
  const name = field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : field.replace('$', '');
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
