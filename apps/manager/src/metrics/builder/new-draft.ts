import type { OwnMetricDraft } from '@bellwether/contracts';
import type { FieldTest, FromRecords, RecordChoice } from './field-words.js';

type RecordName = FromRecords['record'];

/** What somebody begins with. */
export function newDraft(records: readonly RecordChoice[]): OwnMetricDraft {
  return {
    title: '',
    from: fromRecord('call', records),
    words: null,
    direction: 'higher',
    timing: 'leading',
  };
}

/** The days that count unless somebody says otherwise, the first that records of the type have. */
const USUAL_DAYS = ['closedOn', 'heldAt', 'endedAt', 'sentAt', 'completedAt', 'createdAt'];

/** Every record of a type, credited to its owner. */
export function fromRecord(record: RecordName, records: readonly RecordChoice[]): FromRecords {
  const fields = records.find((one) => one.record === record)?.fields ?? [];
  const day = USUAL_DAYS.find((name) => fields.some(({ field }) => field === name));
  return {
    kind: 'records',
    record,
    figure: { kind: 'count' },
    when: { kind: 'form', match: 'all', tests: [] },
    credit: fields.some(({ kind }) => kind === 'splits')
      ? { kind: 'split' }
      : { kind: 'field', field: 'owner' },
    day: day === undefined ? { kind: 'heard' } : { kind: 'field', field: day },
    oncePer: null,
  };
}

/** A line about a field, compared in the usual way with nothing yet. */
export function newTest(field: string, operators: readonly FieldTest['operator'][]): FieldTest {
  const operator = operators[0] ?? 'known';
  return { field, operator, value: emptyValue(operator) };
}

/** What stands there while nothing is written. */
export function emptyValue(operator: FieldTest['operator']): FieldTest['value'] {
  if (['yes', 'no', 'known', 'unknown'].includes(operator)) return null;
  return operator === 'one-of' || operator === 'none-of' ? [] : '';
}
