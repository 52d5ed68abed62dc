import { compileExpression } from '../measures/condition.js';
import type { RecordType } from '../records/record-fields.js';
import { isConstant } from './check-cel.js';
import type { Condition, FieldTest } from './own-metric-draft.js';

/** Why no record can ever fulfil a condition, where that is plain to see. */
export function neverHolds(condition: Condition, record: RecordType): string | undefined {
  if (condition.kind === 'cel') {
    if (!isConstant(condition.cel)) return undefined;
    const isNever = compileExpression(condition.cel, record)({}) !== true;
    return isNever ? 'Nothing can ever fulfil this: it looks at no field' : undefined;
  }
  if (condition.match === 'any') return undefined;
  const fields = [...new Set(condition.tests.map(({ field }) => field))];
  const torn = fields.find((field) =>
    contradict(condition.tests.filter((test) => test.field === field)),
  );
  return torn === undefined
    ? undefined
    : `Nothing can ever fulfil this: "${torn}" contradicts itself`;
}

/** Lines about one field that cannot all hold. */
function contradict(tests: readonly FieldTest[]): boolean {
  const has = (...operators: readonly FieldTest['operator'][]) =>
    tests.some(({ operator }) => operators.includes(operator));
  const asksForValue = tests.some(({ operator }) => !HOLDS_UNKNOWN.has(operator));
  if (has('unknown') && asksForValue) return true;
  if (has('yes') && has('no')) return true;
  return noValueLeft(tests) || noRoomLeft(tests);
}

/** What also holds of a field that is not known. */
const HOLDS_UNKNOWN: ReadonlySet<FieldTest['operator']> = new Set([
  'unknown',
  'no',
  'is-not',
  'none-of',
  'contains-not',
]);

function noValueLeft(tests: readonly FieldTest[]): boolean {
  const wanted = tests
    .filter(({ operator }) => operator === 'is' || operator === 'one-of')
    .map(({ value }) => (Array.isArray(value) ? value : [value]) as readonly unknown[]);
  const [first, ...rest] = wanted;
  if (!first) return false;
  const refused = tests
    .filter(({ operator }) => operator === 'is-not' || operator === 'none-of')
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]) as readonly unknown[]);
  return first.every(
    (one) => refused.includes(one) || rest.some((others) => !others.includes(one)),
  );
}

function noRoomLeft(tests: readonly FieldTest[]): boolean {
  const limits = (...operators: readonly FieldTest['operator'][]) =>
    tests
      .filter(({ operator }) => operators.includes(operator))
      .map(({ value }) => value as string | number);
  const above = limits('at-least', 'more-than', 'is');
  const below = limits('at-most', 'less-than', 'is');
  return above.some((least) => below.some((most) => typeof least === typeof most && least > most));
}
