import type { Problem } from '../measures/contributions.js';
import { compileExpression, sightOf } from '../measures/condition.js';
import type { FieldValue, Fields, RecordType } from '../records/record-fields.js';
import { conditionCel } from './condition-cel.js';
import { fulfils } from './fulfils.js';
import type { Condition, FromRecords } from './own-metric-draft.js';

/** Why a record does not count. */
export type WhyNot =
  /** Deleted, or merged into another. */
  | { readonly kind: 'gone' }
  /** It does not know the day that counts, or has not come to it. */
  | { readonly kind: 'no-day' }
  /** This line of the form, and what the record says of the field. */
  | { readonly kind: 'test'; readonly test: number; readonly known: FieldValue }
  /** None of the lines of which one is enough, or what an expert wrote. */
  | { readonly kind: 'condition' }
  /** It has no value to add up, or one of 0. */
  | { readonly kind: 'no-value' }
  /** Another of the same person, day and value came first. */
  | { readonly kind: 'second' }
  /** As many as count came before. */
  | { readonly kind: 'above-cap'; readonly atMost: number }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Why a record that adds nothing does not: the first reason that there is. */
export function whyNot(
  { record, when, day }: FromRecords,
  { fields, gone }: { readonly fields: Fields; readonly gone: boolean },
  problems: readonly Problem[],
): WhyNot {
  if (gone) return { kind: 'gone' };
  const failed = failedTest(when, record, fields);
  if (failed) return failed;
  if (day.kind === 'field' && (fields[day.field] ?? null) === null) return { kind: 'no-day' };
  const [problem] = problems;
  if (problem) return { kind: 'problem', problem };
  return { kind: day.kind === 'became' ? 'no-day' : 'no-value' };
}

function failedTest(condition: Condition, record: RecordType, fields: Fields): WhyNot | undefined {
  if (condition.kind === 'form' && condition.match === 'all') {
    const test = condition.tests.findIndex((one) => !fulfils(one, record, fields));
    const field = condition.tests[test]?.field;
    return field === undefined ? undefined : { kind: 'test', test, known: fields[field] ?? null };
  }
  return holds(condition, record, fields) ? undefined : { kind: 'condition' };
}

/** Whether a record fulfils a condition; one that cannot be worked out is not fulfilled. */
export function holds(condition: Condition, record: RecordType, fields: Fields): boolean {
  if (condition.kind === 'form') {
    const { match, tests } = condition;
    if (tests.length === 0) return true;
    const isFulfilled = (one: (typeof tests)[number]) => fulfils(one, record, fields);
    return match === 'all' ? tests.every(isFulfilled) : tests.some(isFulfilled);
  }
  try {
    return (
      compileExpression(conditionCel(condition, record), record)(sightOf(record, fields)) === true
    );
  } catch {
    return false;
  }
}
