import type { RecordType } from '../records/record-fields.js';
import { isKeepable } from '../records/keepable-text.js';
import { checkCel } from './check-cel.js';
import type { Condition, DraftProblem, FieldTest, Operator } from './own-metric-draft.js';
import { OPERATORS, kindOfField, unknownField } from './testable-field.js';
import { neverHolds } from './never-holds.js';

/** More would be a program. */
const MOST_TESTS = 20;
const MOST_VALUES = 50;
/** Beyond it numbers are written otherwise, and nothing is sold. */
const MOST_NUMBER = 1e15;

/** All that is wrong with a condition at this place of a draft. */
export function checkCondition(
  condition: Condition,
  record: RecordType,
  path: string,
): readonly DraftProblem[] {
  if (condition.kind === 'cel') {
    const problem = checkCel(condition.cel, record);
    if (problem) return [{ path: `${path}/cel`, ...problem }];
  } else {
    const problems = condition.tests.flatMap((test, index) =>
      testProblem(test, record, `${path}/tests/${index}`),
    );
    if (problems.length > 0) return problems;
    if (condition.tests.length > MOST_TESTS) {
      return [{ path, reason: `No more than ${MOST_TESTS} lines` }];
    }
  }
  const never = neverHolds(condition, record);
  return never === undefined ? [] : [{ path, reason: never }];
}

function testProblem(
  { field, operator, value }: FieldTest,
  record: RecordType,
  path: string,
): readonly DraftProblem[] {
  const kind = kindOfField(record, field);
  if (kind === undefined) return [{ path: `${path}/field`, reason: unknownField(record, field) }];
  if (!OPERATORS[kind].includes(operator)) {
    return [{ path: `${path}/operator`, reason: `"${field}" cannot be compared like this` }];
  }
  const reason = valueProblem(value, operator, wantedOf(kind, operator));
  return reason === undefined ? [] : [{ path: `${path}/value`, reason }];
}

type Wanted = 'nothing' | 'texts' | 'text' | 'number' | 'date' | 'text-or-number';

function wantedOf(kind: keyof typeof OPERATORS, operator: Operator): Wanted {
  if (WITHOUT_VALUE.has(operator)) return 'nothing';
  if (operator === 'one-of' || operator === 'none-of') return 'texts';
  if (kind === 'date') return 'date';
  if (kind === 'number' || kind === 'seconds' || kind === 'money') return 'number';
  if (kind !== 'custom') return 'text';
  if (MEASURING.has(operator)) return 'number';
  return operator === 'is' || operator === 'is-not' ? 'text-or-number' : 'text';
}

const WITHOUT_VALUE: ReadonlySet<Operator> = new Set(['yes', 'no', 'known', 'unknown']);
const MEASURING: ReadonlySet<Operator> = new Set(['at-least', 'at-most', 'more-than', 'less-than']);

function valueProblem(
  value: FieldTest['value'],
  operator: Operator,
  wanted: Wanted,
): string | undefined {
  switch (wanted) {
    case 'nothing':
      return value === null ? undefined : `"${operator}" takes no value`;
    case 'texts':
      if (!Array.isArray(value) || value.length === 0) return 'Choose at least one value';
      if (value.length > MOST_VALUES) return `No more than ${MOST_VALUES} values`;
      return value.every((one) => isText(one)) ? undefined : 'One of the values is empty';
    case 'number':
      return isNumber(value) ? undefined : 'Write a number';
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'Choose a day';
    case 'text':
      return isText(value) ? undefined : 'Write what it is compared with';
    case 'text-or-number':
      return isText(value) || isNumber(value) ? undefined : 'Write what it is compared with';
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && isKeepable(value);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST_NUMBER;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
