import type { FieldKind, RecordType } from '../records/record-fields.js';
import { CUSTOM, RECORD_FIELDS } from '../records/record-fields.js';
import { nearestName } from './nearest-name.js';
import type { Operator } from './own-metric-draft.js';

export type TestableKind = FieldKind | 'custom';

const ANY: readonly Operator[] = ['known', 'unknown'];
const NAMED: readonly Operator[] = ['is', 'is-not', 'one-of', 'none-of', ...ANY];
const MEASURED: readonly Operator[] = [
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'is',
  'is-not',
  ...ANY,
];

/** How fields of a kind can be compared, the usual way first. */
export const OPERATORS: Readonly<Record<TestableKind, readonly Operator[]>> = {
  text: [...NAMED, 'contains', 'contains-not'],
  identity: NAMED,
  texts: ['contains', 'contains-not', ...ANY],
  flag: ['yes', 'no', ...ANY],
  number: MEASURED,
  seconds: MEASURED,
  money: MEASURED,
  date: MEASURED,
  instant: ANY,
  splits: ANY,
  lines: ANY,
  custom: [...MEASURED, 'one-of', 'none-of', 'contains', 'contains-not', 'yes', 'no'],
};

/** As sources may call fields of one's own; a few names are words of CEL itself. */
const OWN_NAME = /^custom\.(?!(?:in|true|false|null|constructor)$)[a-zA-Z][a-zA-Z0-9_]{0,39}$/;

/** Undefined when records of the type have no such field. */
export function kindOfField(record: RecordType, field: string): TestableKind | undefined {
  if (field.startsWith(CUSTOM)) return OWN_NAME.test(field) ? 'custom' : undefined;
  const kinds: Readonly<Record<string, FieldKind>> = RECORD_FIELDS[record];
  return Object.hasOwn(kinds, field) ? kinds[field] : undefined;
}

/** `unknown field "minuts"`, with the name that was probably meant. */
export function unknownField(record: RecordType, field: string): string {
  if (field === '') return 'Choose a field';
  const nearest = nearestName(field, Object.keys(RECORD_FIELDS[record]));
  const hint = nearest === undefined ? '' : `. Is "${nearest}" meant?`;
  return `unknown field "${field}"${hint}`;
}
