import type { FieldKind, RecordType } from '../records/record-fields.js';
import { CUSTOM, RECORD_FIELDS } from '../records/record-fields.js';
import type { Conversion } from './field-rule.js';

/** What may be said of a field: of what kind it is, how it may be read, and its only values if it has such. */
export interface FieldChoice {
  readonly kind: Exclude<FieldKind, 'splits' | 'lines'> | 'custom';
  readonly conversions: readonly Conversion['as'][];
  readonly values: readonly string[] | null;
}

const CONVERSIONS: Readonly<Record<FieldChoice['kind'], readonly Conversion['as'][]>> = {
  identity: ['person', 'table'],
  text: ['text', 'table'],
  texts: ['list'],
  flag: ['yes-no', 'table'],
  instant: ['time'],
  date: ['date'],
  seconds: ['duration'],
  number: ['number'],
  money: ['money'],
  custom: ['text', 'number', 'yes-no', 'table'],
};

const DIRECTIONS = ['outbound', 'inbound'];
const LEVELS = ['c-level', 'vp', 'director', 'manager', 'staff'];
const LEAD_STATUSES = [
  'new',
  'iql',
  'pql',
  'mql',
  'sal',
  'sql',
  'converted',
  'rejected',
  'recycled',
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'call direction': DIRECTIONS,
  'email direction': DIRECTIONS,
  'meeting status': ['booked', 'held', 'no-show', 'cancelled'],
  'meeting place': ['onsite', 'remote'],
  'lead status': LEAD_STATUSES,
  'deal status': ['open', 'won', 'lost'],
  'deal kind': ['new', 'cross-sell', 'up-sell', 'renewal'],
  'deal step': ['qualifying', 'demo', 'proposal', 'negotiation'],
  'trial status': ['running', 'passed', 'failed'],
  'call contactLevel': LEVELS,
  'meeting contactLevel': LEVELS,
  'lead contactLevel': LEVELS,
  'contract status': ['running', 'renewed', 'lapsed'],
  'ticket priority': ['low', 'normal', 'high', 'urgent'],
  'ticket status': ['open', 'closed'],
  'usage kind': ['login', 'session', 'feature', 'milestone'],
  'cost kind': ['sales', 'marketing', 'customer-success', 'delivery'],
  'cost step': ['contacting', 'qualifying', 'trial', 'closing', 'renewal'],
  'quota scope': ['own', 'team'],
  'quota business': ['new', 'existing'],
  'quota reason': ['leave', 'ramp', 'territory', 'product'],
};

const FLAG: FieldChoice = {
  kind: 'flag',
  conversions: ['yes-no', 'table'],
  values: ['yes', 'no'],
};
/** What a record is known by, where the source has no language of its own. */
const KNOWN_BY: Readonly<Record<string, FieldChoice>> = {
  /** Names it; without such a rule the source tells of no such record. */
  $id: { kind: 'text', conversions: ['text'], values: null },
  /** When what is told became true. */
  $at: { kind: 'instant', conversions: ['time'], values: null },
  /** Whether it is such a record at all. */
  $is: FLAG,
  $deleted: FLAG,
};

export const KNOWN_BY_FIELDS = Object.keys(KNOWN_BY) as readonly string[];

export function isKnownBy(field: string): boolean {
  return Object.hasOwn(KNOWN_BY, field);
}

/** Undefined when no rule can fill such a field. */
export function fieldChoice(record: RecordType, field: string): FieldChoice | undefined {
  if (isKnownBy(field)) return KNOWN_BY[field];
  const kind = kindOf(record, field);
  if (kind === undefined || kind === 'splits' || kind === 'lines') return undefined;
  const values = VALUES[`${record} ${field}`] ?? null;
  return { kind, conversions: CONVERSIONS[kind], values };
}

/** The declared fields of a record that rules can fill. */
export function fieldsOf(record: RecordType): readonly string[] {
  return Object.keys(RECORD_FIELDS[record]).filter((field) => fieldChoice(record, field));
}

function kindOf(record: RecordType, field: string): FieldKind | 'custom' | undefined {
  if (/^custom\.[a-zA-Z][a-zA-Z0-9_]{0,39}$/.test(field)) return 'custom';
  if (field.startsWith(CUSTOM)) return undefined;
  const fields: Readonly<Record<string, FieldKind>> = RECORD_FIELDS[record];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}
