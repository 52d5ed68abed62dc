import type { RecordType } from '../records/record-fields.js';
import type { Condition, FieldTest } from './own-metric-draft.js';
import { kindOfField } from './testable-field.js';

/** A condition as CEL; empty when every record fulfils it. */
export function conditionCel(condition: Condition, record: RecordType): string {
  if (condition.kind === 'cel') return condition.cel.trim();
  const { match, tests } = condition;
  const isAll = match === 'all' || tests.length === 1;
  // Where all must hold, a field that is missing makes the whole untrue by itself.
  const lines = tests.map((test) => testCel(test, record, { guarded: !isAll }));
  if (lines.length === 1) return lines[0] ?? '';
  return isAll ? lines.join(' && ') : lines.map((line) => `(${line})`).join(' || ');
}

/** Conditions that must all hold; none for no condition. */
export function allOf(...conditions: readonly (string | undefined)[]): string | undefined {
  const given = conditions.filter((cel) => cel !== undefined && cel !== '');
  if (given.length < 2) return given[0];
  return given.map((cel) => `(${cel})`).join(' && ');
}

function testCel(
  test: FieldTest,
  record: RecordType,
  { guarded }: { readonly guarded: boolean },
): string {
  const { field, operator, value } = test;
  const name = `${record}.${field}`;
  const known = `has(${name})`;
  const isOwn = kindOfField(record, field) === 'custom';
  const isList = kindOfField(record, field) === 'texts';
  const when = (comparison: string) => (guarded ? `${known} && ${comparison}` : comparison);
  const unless = (comparison: string) => `!(${known} && ${comparison})`;
  switch (operator) {
    case 'known':
      return known;
    case 'unknown':
      return `!${known}`;
    case 'yes':
      return when(isOwn ? `${name} == true` : name);
    case 'no':
      return unless(isOwn ? `${name} == true` : name);
    case 'is':
      return when(`${name} == ${literal(value)}`);
    case 'is-not':
      return unless(`${name} == ${literal(value)}`);
    case 'one-of':
      return when(`${name} in ${literal(value)}`);
    case 'none-of':
      return unless(`${name} in ${literal(value)}`);
    case 'contains':
      return when(containing(name, value, isOwn, isList));
    case 'contains-not':
      return unless(containing(name, value, isOwn, isList));
    case 'at-least':
      return when(typed(name, isOwn, `${name} >= ${literal(value)}`));
    case 'at-most':
      return when(typed(name, isOwn, `${name} <= ${literal(value)}`));
    case 'more-than':
      return when(typed(name, isOwn, `${name} > ${literal(value)}`));
    case 'less-than':
      return when(typed(name, isOwn, `${name} < ${literal(value)}`));
  }
}

function containing(
  name: string,
  value: FieldTest['value'],
  isOwn: boolean,
  isList: boolean,
): string {
  if (isList) return `${literal(value)} in ${name}`;
  const inside = `${name}.contains(${literal(value)})`;
  return isOwn ? `type(${name}) == string && ${inside}` : inside;
}

/** A field of one's own may be anything: what is no number is not more than one. */
function typed(name: string, isOwn: boolean, comparison: string): string {
  return isOwn ? `type(${name}) == double && ${comparison}` : comparison;
}

function literal(value: FieldTest['value']): string {
  // Texts of JSON are texts of CEL, and so are lists of them.
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
