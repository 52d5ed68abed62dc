import type { RecordType } from '../records/record-fields.js';
import { isKeepable } from '../records/keepable-text.js';
import type { ConversionContext } from './convert-value.js';
import { convertText } from './convert-value.js';
import { fieldChoice, isKnownBy } from './field-choices.js';
import type { FieldRule } from './field-rule.js';
import { parsePath } from './payload-path.js';

/** More would be a program. */
export const MOST_RULES = 100;
export const MOST_TABLE_ROWS = 200;

/** What keeps a rule from being kept, and where in it. */
export interface RuleTrouble {
  /** Its place in the list, 0 for the first. */
  readonly rule: number;
  readonly part: 'record' | 'field' | 'from' | 'read';
  readonly reason: string;
}

/** What a source can tell of, and whether rules alone say which records those are. */
export interface Tellable {
  readonly records: readonly RecordType[];
  readonly byRules: boolean;
}

/** All that is wrong with rules, one trouble each; none when they can be kept. */
export function checkRules(
  rules: readonly FieldRule[],
  tellable: Tellable,
  context: ConversionContext,
): readonly RuleTrouble[] {
  return rules.flatMap((rule, index): RuleTrouble[] => {
    const trouble =
      troubleOf(rule, rules.slice(0, index), tellable, context) ?? nameless(rule, rules, tellable);
    return trouble ? [{ rule: index, ...trouble }] : [];
  });
}

type Trouble = Omit<RuleTrouble, 'rule'>;

function troubleOf(
  rule: FieldRule,
  before: readonly FieldRule[],
  { records, byRules }: Tellable,
  context: ConversionContext,
): Trouble | undefined {
  const { record, field, from, read } = rule;
  if (!records.includes(record)) {
    return { part: 'record', reason: `This source tells of no ${record}` };
  }
  const choice = fieldChoice(record, field);
  if (!choice || (isKnownBy(field) && !byRules)) {
    const reason = field === '' ? 'Choose a field' : `A ${record} has no field "${field}" to fill`;
    return { part: 'field', reason };
  }
  if (before.some((other) => other.record === record && other.field === field)) {
    return { part: 'field', reason: `A rule above fills ${field} of a ${record} already` };
  }
  if (from === '') return { part: 'from', reason: 'Say where it stands' };
  if (!parsePath(from) || !isKeepable(from)) {
    const reason = `"${from}" is no path. Write names with dots between: data.title, data.tags[0]`;
    return { part: 'from', reason };
  }
  if (!choice.conversions.includes(read.as)) {
    return { part: 'read', reason: `${field} cannot be read as ${read.as}` };
  }
  return read.as === 'table' ? tableTrouble(rule, read, context) : undefined;
}

type Table = Extract<FieldRule['read'], { as: 'table' }>;

function tableTrouble(
  rule: FieldRule,
  table: Table,
  context: ConversionContext,
): Trouble | undefined {
  const told = (reason: string): Trouble => ({ part: 'read', reason });
  if (table.rows.length === 0) return told('The table has no row');
  const seen = new Set<string>();
  for (const { from, to } of table.rows) {
    const name = from.trim().toLowerCase();
    if (seen.has(name)) return told(`"${from}" stands in the table twice`);
    seen.add(name);
    const reading = convertText(to, rule, context);
    if (!reading.ok) return told(`"${from}" becomes "${to}", which ${reading.reason}`);
  }
  if (table.otherwise === null) return undefined;
  const reading = convertText(table.otherwise, rule, context);
  return reading.ok
    ? undefined
    : told(`Anything else becomes "${table.otherwise}", which ${reading.reason}`);
}

/** Where rules alone say what a record is, it needs a name and a moment. */
function nameless(
  { record, field }: FieldRule,
  rules: readonly FieldRule[],
  { byRules }: Tellable,
): Trouble | undefined {
  if (!byRules) return undefined;
  const has = (other: string) =>
    rules.some((rule) => rule.record === record && rule.field === other);
  if (!has('$id')) return { part: 'record', reason: `No rule says which ${record} it is` };
  return has('$at') || field !== '$id'
    ? undefined
    : { part: 'record', reason: `No rule says when it became true of the ${record}` };
}
