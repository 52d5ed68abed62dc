import type { FieldValue, Fields, RecordType } from '../records/record-fields.js';
import type { FieldTest } from './own-metric-draft.js';
import { kindOfField } from './testable-field.js';

/** Whether a record fulfils a line of a condition: what the line's CEL comes to, worked out without it. */
export function fulfils(
  { field, operator, value }: FieldTest,
  record: RecordType,
  fields: Fields,
): boolean {
  const known = fields[field] ?? null;
  switch (operator) {
    case 'known':
      return known !== null;
    case 'unknown':
      return known === null;
    case 'yes':
      return known === true;
    case 'no':
      return known !== true;
    case 'is':
      return isSame(known, value, record, field);
    case 'is-not':
      return !isSame(known, value, record, field);
    case 'one-of':
      return listed(value).some((one) => isSame(known, one, record, field));
    case 'none-of':
      return !listed(value).some((one) => isSame(known, one, record, field));
    case 'contains':
      return contains(known, value, kindOfField(record, field) === 'texts');
    case 'contains-not':
      return !contains(known, value, kindOfField(record, field) === 'texts');
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
      return compares(operator, comparable(known, record, field), value);
  }
}

function isSame(
  known: FieldValue,
  value: FieldTest['value'],
  record: RecordType,
  field: string,
): boolean {
  return known !== null && comparable(known, record, field) === value;
}

/** Money is kept as text and compared as a number. */
function comparable(known: FieldValue, record: RecordType, field: string): FieldValue {
  return known !== null && kindOfField(record, field) === 'money' ? Number(known) : known;
}

function contains(known: FieldValue, value: FieldTest['value'], isList: boolean): boolean {
  if (typeof value !== 'string') return false;
  if (!isList) return typeof known === 'string' && known.includes(value);
  return Array.isArray(known) && known.some((one) => one === value);
}

function compares(
  operator: 'at-least' | 'at-most' | 'more-than' | 'less-than',
  known: FieldValue,
  value: FieldTest['value'],
): boolean {
  const isComparable =
    (typeof known === 'number' && typeof value === 'number') ||
    (typeof known === 'string' && typeof value === 'string');
  if (!isComparable) return false;
  switch (operator) {
    case 'at-least':
      return known >= value;
    case 'at-most':
      return known <= value;
    case 'more-than':
      return known > value;
    case 'less-than':
      return known < value;
  }
}

function listed(value: FieldTest['value']): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
