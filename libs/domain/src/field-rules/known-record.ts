import type { Instant } from '../ids.js';
import type { FieldValue, RecordType } from '../records/record-fields.js';
import type { Unreadable } from './apply-rules.js';
import { reasonFor } from './apply-rules.js';
import type { ConversionContext } from './convert-value.js';
import { convertValue } from './convert-value.js';
import type { FieldRule } from './field-rule.js';
import { parsePath, valueAt } from './payload-path.js';

/** What a payload is about, by the rules alone. */
export type KnownRecord =
  | {
      readonly kind: 'record';
      readonly externalId: string;
      readonly at: Instant;
      readonly deleted?: boolean;
    }
  /** Of another kind. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly unreadable: readonly Unreadable[] };

/** Which record of a type a payload tells of: by the rules for `$id`, `$at`, `$is` and `$deleted`. */
export function knownRecord(
  record: RecordType,
  payload: unknown,
  rules: readonly FieldRule[],
  context: ConversionContext,
): KnownRecord {
  const read = (field: string) => readRule(record, field, payload, rules, context);
  const [is, id, at, deleted] = ['$is', '$id', '$at', '$deleted'].map(read);
  if (!id?.ruled || (is?.ruled && is.value !== true && !is.unreadable)) return { kind: 'none' };
  const unreadable = [is, id, at, deleted].flatMap((one) => one?.unreadable ?? []);
  if (unreadable.length > 0) return { kind: 'unreadable', unreadable };
  // Without its name it is about something else.
  if (typeof id.value !== 'string') return { kind: 'none' };
  if (typeof at?.value !== 'number') return { kind: 'unreadable', unreadable: [untold(at)] };
  const told = { kind: 'record', externalId: id.value, at: at.value } as const;
  return typeof deleted?.value === 'boolean' ? { ...told, deleted: deleted.value } : told;
}

interface Read {
  readonly ruled: boolean;
  readonly place: number;
  /** Undefined where nothing stands. */
  readonly value?: FieldValue;
  readonly unreadable?: Unreadable;
}

function readRule(
  record: RecordType,
  field: string,
  payload: unknown,
  rules: readonly FieldRule[],
  context: ConversionContext,
): Read {
  const place = rules.findIndex((rule) => rule.record === record && rule.field === field);
  const rule = rules[place];
  if (!rule) return { ruled: false, place };
  const value = valueAt(payload, parsePath(rule.from) ?? []);
  if (value === undefined) return { ruled: true, place };
  const converted = convertValue(value, rule, context);
  if (converted.ok) return { ruled: true, place, value: converted.value };
  const unreadable = { rule: place, reason: reasonFor(rule, value, converted.reason) };
  return { ruled: true, place, unreadable };
}

function untold(at: Read | undefined): Unreadable {
  return { rule: Math.max(0, at?.place ?? 0), reason: 'It does not say when it became true' };
}
