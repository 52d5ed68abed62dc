import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, sightOf } from '../measures/condition.js';
import type { FieldValue, Fields, RecordType } from '../records/record-fields.js';
import { RECORD_FIELDS, RECORD_TYPES } from '../records/record-fields.js';
import { checkCel } from './check-cel.js';
import { checkCondition } from './check-condition.js';
import { conditionCel } from './condition-cel.js';
import { fulfils } from './fulfils.js';
import type { Condition, FieldTest, Operator } from './own-metric-draft.js';
import type { TestableKind } from './testable-field.js';
import { OPERATORS, kindOfField } from './testable-field.js';

const TEXTS = ['held', 'won', 'a"b', 'Zoë 🐑', 'line\nbreak', '\\', '\u2028', 'true', '5'];
const DAYS = ['2026-01-31', '2026-11-22', '2025-12-31'];
const OWN = ['custom.satisfaction', 'custom.for', 'custom.Region_2'];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ minLength: 1, maxLength: 6 }));
const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((value) => value || 0),
);
const VALUES: Readonly<Record<TestableKind, fc.Arbitrary<FieldValue>>> = {
  text,
  identity: text,
  texts: fc.array(text, { maxLength: 3 }),
  flag: fc.boolean(),
  instant: fc.integer({ min: 0, max: 2e12 }),
  date: fc.constantFrom(...DAYS),
  seconds: fc.nat(30),
  number,
  money: fc.integer({ min: -2_000, max: 2_000 }).map((cents) => (cents / 100).toFixed(2)),
  lines: fc.constant([{ product: 'Loom', amount: '12.50' }]),
  splits: fc.constant([{ identity: 'email:ada@example.com', basisPoints: 10_000 }]),
  custom: fc.oneof(text, number, fc.boolean()),
};

const fieldsOf = (record: RecordType) => [...Object.keys(RECORD_FIELDS[record]), ...OWN];
const kindOf = (record: RecordType, field: string) => kindOfField(record, field) ?? 'text';

function valueFor(kind: TestableKind, operator: Operator): fc.Arbitrary<FieldTest['value']> {
  if (['yes', 'no', 'known', 'unknown'].includes(operator)) return fc.constant(null);
  if (operator === 'one-of' || operator === 'none-of')
    return fc.array(text, { minLength: 1, maxLength: 5 });
  if (kind === 'date') return fc.constantFrom(...DAYS);
  if (['number', 'seconds', 'money'].includes(kind)) return number;
  if (kind !== 'custom') return text;
  if (operator === 'is' || operator === 'is-not') return fc.oneof(text, number);
  return operator.startsWith('contains') ? text : number;
}

const testFor = (record: RecordType): fc.Arbitrary<FieldTest> =>
  fc.constantFrom(...fieldsOf(record)).chain((field) => {
    const kind = kindOf(record, field);
    return fc
      .constantFrom(...OPERATORS[kind])
      .chain((operator) => valueFor(kind, operator).map((value) => ({ field, operator, value })));
  });

/** Few fields, so that what is asked for is sometimes known. */
const recordLike = (record: RecordType, tests: readonly FieldTest[]): fc.Arbitrary<Fields> =>
  fc.record(
    Object.fromEntries(
      tests.map(({ field, value }) => {
        const any = VALUES[kindOf(record, field)];
        const asked = typeof value === 'string' || typeof value === 'number' ? [value] : [];
        const fits = kindOf(record, field) === 'custom' ? asked : [];
        return [field, fc.oneof(any, any, fc.constantFrom(null, ...fits))];
      }),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Fields>;

const situation = fc.constantFrom(...RECORD_TYPES).chain((record) =>
  fc
    .record({
      match: fc.constantFrom('all' as const, 'any' as const),
      tests: fc.array(testFor(record), { minLength: 1, maxLength: 4 }),
    })
    .chain(({ match, tests }) =>
      recordLike(record, tests).map((fields) => ({ record, match, tests, fields })),
    ),
);

describe('the CEL of a form', () => {
  it('compiles, and says of every record what the form says', () => {
    fc.assert(
      fc.property(situation, ({ record, match, tests, fields }) => {
        const form: Condition = { kind: 'form', match, tests };
        const cel = conditionCel(form, record);
        expect(checkCel(cel, record)).toBeUndefined();
        const counts = compileExpression(cel, record)(sightOf(record, fields)) === true;
        const holds = tests.map((test) => fulfils(test, record, fields));
        expect(counts).toBe(match === 'all' ? holds.every(Boolean) : holds.some(Boolean));
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('asks nothing of anybody where there is no line', () => {
    expect(conditionCel({ kind: 'form', match: 'all', tests: [] }, 'call')).toBe('');
  });

  it('reads as somebody would write it', () => {
    const tests: FieldTest[] = [
      { field: 'status', operator: 'is', value: 'held' },
      { field: 'kind', operator: 'one-of', value: ['demo', 'visit'] },
    ];
    expect(conditionCel({ kind: 'form', match: 'all', tests }, 'meeting')).toBe(
      'meeting.status == "held" && meeting.kind in ["demo","visit"]',
    );
  });
});

describe('a condition that can never hold', () => {
  it.each<[string, Condition]>([
    [
      'two values at once',
      {
        kind: 'form',
        match: 'all',
        tests: [
          { field: 'status', operator: 'is', value: 'won' },
          { field: 'status', operator: 'is', value: 'lost' },
        ],
      },
    ],
    [
      'more than most',
      {
        kind: 'form',
        match: 'all',
        tests: [
          { field: 'amount', operator: 'at-least', value: 10 },
          { field: 'amount', operator: 'at-most', value: 9 },
        ],
      },
    ],
    ['what looks at no field', { kind: 'cel', cel: '1 > 2' }],
  ])('is refused: %s', (_, condition) => {
    expect(checkCondition(condition, 'deal', '/when')).toMatchObject([
      { path: '/when', reason: expect.stringMatching(/^Nothing can ever fulfil this/) as string },
    ]);
  });
});

describe('CEL that an expert writes', () => {
  it.each([
    ['call.minuts > 3', 'unknown field "minuts"', [5, 11]],
    ['call.outcom == "x"', 'unknown field "outcom". Is "outcome" meant?', [5, 11]],
    ['has(call.outcom)', 'unknown field "outcom". Is "outcome" meant?', [9, 15]],
    ['cal.outcome == "x"', 'unknown name "cal"', [0, 3]],
    ['call.outcome == 3', 'a text cannot be compared with a number (==)', [0, 17]],
    ['call.talkSeconds == "3"', 'a number cannot be compared with a text (==)', [0, 23]],
    [
      'call.talkSeconds / 60 > 3.0',
      'Write whole numbers with a point here, e.g. 60.0 (/)',
      [0, 21],
    ],
    ['call.outcome', 'This is a text, and not yes or no: compare it', [0, 12]],
    ['call.outcome ==', 'It ends too early', [15, 15]],
    ['call.outcome.matches("(a+)+$")', 'Patterns can take without end', [0, 30]],
    ['', 'Write a condition', [0, 0]],
  ])('is refused with the place and the reason: %s', (cel, reason, [from, to]) => {
    expect(checkCel(cel, 'call')).toEqual({
      reason: expect.stringContaining(reason) as string,
      at: { from, to },
    });
  });

  it.each([
    'call.talkSeconds >= 120 && call.talkSeconds == 130',
    'call.endedAt - call.startedAt > duration("60s")',
    '"vip" in call.tags || call.custom.region == "north"',
    'call.tags.exists(tag, tag.startsWith("q"))',
  ])('is taken: %s', (cel) => {
    expect(checkCel(cel, 'call')).toBeUndefined();
  });
});
