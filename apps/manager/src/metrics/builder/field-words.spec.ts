import { describe, expect, it } from 'vitest';
import { newDraft } from './new-draft.js';
import type { FieldKind, FieldTest, RecordChoice } from './field-words.js';
import { fieldText, minutesText, testText } from './field-words.js';
import { publishText } from './publish-text.js';
import { sentenceText } from './sentence-text.js';
import { weekLines } from './week-lines.js';
import { whyNotText } from './why-not-text.js';

const CALLS: RecordChoice = {
  record: 'call',
  one: 'call',
  many: 'calls',
  fields: [
    { field: 'owner', kind: 'identity', operators: ['is'], values: null },
    { field: 'talkSeconds', kind: 'seconds', operators: ['at-least'], values: null },
    { field: 'endedAt', kind: 'instant', operators: ['known'], values: null },
  ],
};
const atLeast15: FieldTest = { field: 'talkSeconds', operator: 'at-least', value: 900 };
const kindOf = (field: string): FieldKind => (field === 'talkSeconds' ? 'seconds' : 'text');

it.each([
  ['talkSeconds', 'talk time'],
  ['startsAt', 'starts'],
  ['contactLevel', 'level of the contact'],
  ['custom.net_promoter', 'net promoter'],
])('the field %s is called “%s”', (field, text) => {
  expect(fieldText(field)).toBe(text);
});

it.each([
  [45, '45 s'],
  [900, '15 min'],
  [90, '1 min 30 s'],
])('%i s of talk are %s', (seconds, text) => {
  expect(minutesText(seconds)).toBe(text);
});

it.each<[FieldTest, FieldKind, string]>([
  [atLeast15, 'seconds', 'talk time is at least 15 min'],
  [{ field: 'tags', operator: 'contains', value: 'vip' }, 'texts', 'tags has vip'],
  [
    { field: 'status', operator: 'one-of', value: ['won', 'lost'] },
    'text',
    'status is one of won, lost',
  ],
  [
    { field: 'closedOn', operator: 'at-least', value: '2026-01-01' },
    'date',
    'day it closed is on or after 2026-01-01',
  ],
  [{ field: 'outcome', operator: 'is', value: '' }, 'text', 'outcome is …'],
  [{ field: 'paidAt', operator: 'unknown', value: null }, 'instant', 'paid is not known'],
])('a line reads as words: %o', (test, kind, text) => {
  expect(testText(test, kind)).toBe(text);
});

describe('a draft', () => {
  it('reads as one sentence', () => {
    const draft = newDraft([CALLS]);
    if (draft.from.kind !== 'records') throw new Error('It begins with records');
    const when = { kind: 'form', match: 'all', tests: [atLeast15] } as const;
    const from = { ...draft.from, when: { ...when, tests: [...when.tests] }, oncePer: 'contact' };
    expect(sentenceText({ ...draft, from }, [CALLS], String)).toBe(
      'Count calls where talk time is at least 15 min, credited to the owner on the day they ended, once per contact and day',
    );
  });

  it('of other metrics reads as a sum', () => {
    const from = { kind: 'points' as const, terms: [{ metric: 'calls', weight: 2 }] };
    expect(sentenceText({ ...newDraft([]), from }, [], () => 'Calls')).toBe('Add up 2 × Calls');
  });
});

it.each([
  [{ kind: 'test', test: 0, known: 540 }, 'Shorter than 15 min'],
  [{ kind: 'test', test: 0, known: null }, 'Talk time is not known'],
  [{ kind: 'second' }, 'Second with this contact that day'],
  [
    { kind: 'problem', problem: 'unknown-person', about: 'email:t@example.com' },
    '“t@example.com” is nobody yet',
  ],
] as const)('%o is told as “%s”', (whyNot, text) => {
  expect(whyNotText(whyNot, [atLeast15], kindOf, 'contact')).toBe(text);
});

it.each([
  [
    null,
    { records: 4, seconds: 1 },
    'Publishing counts 4 records again in about 1 s. Boards fill while that goes on.',
  ],
  [
    6,
    { records: 120_000, seconds: 150 },
    'Publishing counts 120,000 records again in about 3 min. Boards begin anew with version 7 and fill while that goes on.',
  ],
  [null, null, 'What came before is counted as well.'],
])('publishing says what it does: version %s, %o', (version, estimate, text) => {
  expect(publishText({ version, estimate, locale: 'en-IE' })).toBe(text);
});

describe('the lines of twelve weeks', () => {
  const room = { left: 0, right: 100, top: 0, bottom: 50 };

  it('share one scale from 0, and break where there is nothing', () => {
    const weeks = [
      { draft: 5, before: 10 },
      { draft: null, before: 0 },
      { draft: 10, before: null },
    ];
    expect(weekLines(weeks, room)).toMatchObject({
      draft: 'M0 25M100 0',
      before: 'M0 0L50 50',
      end: { x: 100, y: 0 },
    });
  });

  it('lie on the ground when all is 0', () => {
    const weeks = [
      { draft: 0, before: null },
      { draft: 0, before: null },
    ];
    expect(weekLines(weeks, room)).toMatchObject({ draft: 'M0 50L100 50', ticks: [{ value: 0 }] });
  });
});
