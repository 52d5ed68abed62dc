import type { FieldRule, FieldRulesReply } from '@bellwether/contracts';
import { fieldName, thingOf } from '../describe-delivery.js';
import { choicesOf, type Conversion } from './conversion-words.js';

export type RecordName = FieldRule['record'];
export type Catalogue = FieldRulesReply['records'];

/** A rule while somebody writes it. */
export interface DraftRule {
  /** Names it on the page. */
  readonly id: number;
  readonly record: RecordName;
  /** Empty while none is chosen; `custom.` and a name for one of one's own. */
  readonly field: string;
  readonly from: string;
  readonly read: Conversion;
}

const CUSTOM = 'custom.';

export function isCustom(field: string): boolean {
  return field.startsWith(CUSTOM);
}

/** What stands behind `custom.`. */
export function customName(field: string): string {
  return isCustom(field) ? field.slice(CUSTOM.length) : '';
}

export function customField(name: string): string {
  return CUSTOM + name;
}

export function ruleOf({ record, field, from, read }: DraftRule): FieldRule {
  return { record, field, from: from.trim(), read };
}

/** How the field may be read, and its only values if it has such. */
export function fieldIn(
  catalogue: Catalogue,
  record: RecordName,
  field: string,
): { readonly conversions: readonly string[]; readonly values: readonly string[] | null } {
  if (isCustom(field)) return { conversions: ['text', 'number', 'yes-no', 'table'], values: null };
  const fields = catalogue.find((one) => one.record === record)?.fields ?? [];
  return fields.find((one) => one.field === field) ?? { conversions: [], values: null };
}

/** The rule for another field: read the usual way, unless it can be read as it was. */
export function withField(
  rule: DraftRule,
  record: RecordName,
  field: string,
  catalogue: Catalogue,
): DraftRule {
  const { conversions } = fieldIn(catalogue, record, field);
  const [usual] = choicesOf(conversions);
  const read = conversions.includes(rule.read.as) ? rule.read : (usual?.read ?? { as: 'text' });
  return { ...rule, record, field, read };
}

const FIELDS: Readonly<Record<string, string>> = {
  $id: 'What it is known by',
  $at: 'When it became true',
  $is: 'Whether it is one',
  $deleted: 'Whether it is gone',
  owner: 'Owner, who is credited',
  createdBy: 'Who created it',
  talkSeconds: 'Talk time',
  closedOn: 'Day of the close',
};

/** `talkSeconds` → `Talk time`. */
export function fieldLabel(field: string): string {
  return FIELDS[field] ?? fieldName(field);
}

/** `Deal: amount`, as a sentence names what a rule fills. */
export function filledText({ record, field }: Pick<FieldRule, 'record' | 'field'>): string {
  const isOpen = field === '' || field === CUSTOM;
  const words = field.startsWith('$') ? fieldLabel(field) : fieldName(field);
  const name = isOpen ? 'a field' : words.toLowerCase();
  return `${thingOf(record)}, ${name}`;
}
