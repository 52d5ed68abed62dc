import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../ids.js';
import { BUILT_IN_MEASURES, BUILT_IN_METRICS } from '../library/built-in.js';
import type { Measure } from '../measures/measure.js';
import { bindMetric } from '../metrics/bind-metric.js';
import type { KnownDefinitions } from './define-own-metric.js';
import { defineOwnMetric } from './define-own-metric.js';
import type { Figure, FromRecords, OwnMetricDraft } from './own-metric-draft.js';
import { ownMetricKey } from './own-metric-key.js';

const every = { kind: 'form', match: 'all', tests: [] } as const;
const meetings: FromRecords = {
  kind: 'records',
  record: 'meeting',
  figure: { kind: 'count' },
  when: {
    kind: 'form',
    match: 'all',
    tests: [{ field: 'status', operator: 'is', value: 'held' }],
  },
  credit: { kind: 'field', field: 'owner' },
  day: { kind: 'field', field: 'heldAt' },
  oncePer: 'contact',
};
const draft = (change: Partial<OwnMetricDraft> = {}): OwnMetricDraft => ({
  title: 'Customers met',
  from: meetings,
  words: null,
  direction: 'higher',
  timing: 'leading',
  ...change,
});
const calls = (change: Partial<FromRecords> = {}): FromRecords => ({
  ...meetings,
  record: 'call',
  when: every,
  day: { kind: 'field', field: 'endedAt' },
  oncePer: null,
  ...change,
});
const points = (...terms: readonly (readonly [metric: string, weight: number])[]) => ({
  kind: 'points' as const,
  terms: terms.map(([metric, weight]) => ({ metric, weight })),
});

const measures: readonly Measure[] = BUILT_IN_MEASURES.map((measure, index) => ({
  ...measure,
  id: (index + 1) as MeasureId,
  version: 1,
}));
const metrics = BUILT_IN_METRICS.map((metric) => bindMetric(metric, 1, measures, 'EUR'));
const known = (drafts: readonly (readonly [string, OwnMetricDraft])[] = []): KnownDefinitions => {
  const ownKey = (key: string) => ({ ...BUILT_IN_METRICS[9]!, key, title: key });
  return {
    measures,
    metrics: [...metrics, ...drafts.map(([key]) => bindMetric(ownKey(key), 1, measures, 'EUR'))],
    drafts: new Map(drafts),
  };
};

const define = (change: Partial<OwnMetricDraft> = {}, among = known()) =>
  defineOwnMetric(draft(change), 'own_it', among);
const problemsOf = (change: Partial<OwnMetricDraft> = {}, among = known()) => {
  const defined = define(change, among);
  return defined.kind === 'refused'
    ? defined.problems.map(({ path, reason }) => [path, reason])
    : [];
};

describe('a metric of one’s own', () => {
  it('counts records that fulfil a condition, on a day that they know', () => {
    expect(define()).toMatchObject({
      kind: 'defined',
      metric: { key: 'own_it', unit: { kind: 'count', one: 'meeting', many: 'meetings' } },
      measures: [
        {
          key: 'own_it',
          distinctBy: 'contact',
          rules: [
            {
              when: '(has(meeting.heldAt)) && (meeting.status == "held")',
              dates: [{ kind: 'field', field: 'heldAt' }],
              amount: { kind: 'one' },
            },
          ],
        },
      ],
    });
  });

  it.each<[string, Figure, object]>([
    ['a sum of time', { kind: 'sum', field: 'talkSeconds' }, { unit: { kind: 'duration' } }],
    ['an average', { kind: 'average', field: 'talkSeconds' }, { unit: { kind: 'duration' } }],
    ['distinct contacts', { kind: 'distinct', field: 'contact' }, { unit: { kind: 'count' } }],
    [
      'a share',
      {
        kind: 'share',
        part: { kind: 'cel', cel: 'call.outcome == "conversation"' },
      },
      { unit: { kind: 'ratio' } },
    ],
    ['a field of one’s own', { kind: 'sum', field: 'custom.seats' }, { unit: { kind: 'count' } }],
  ])('can be %s, and each is bound to its measures', (_, figure, metric) => {
    const defined = define({ from: calls({ figure }) });
    if (defined.kind === 'refused') throw new Error(JSON.stringify(defined.problems));
    expect(defined.metric).toMatchObject(metric);
    const numbered = defined.measures.map((measure, index) => ({
      ...measure,
      id: (index + 100) as MeasureId,
      version: 1,
    }));
    expect(() => bindMetric(defined.metric, 1, numbered, 'EUR')).not.toThrow();
  });

  it('adds up other metrics, each with its weight', () => {
    const defined = define({ from: points(['calls', 1], ['activity_points', 2]) });
    expect(defined).toMatchObject({
      metric: {
        unit: { kind: 'points' },
        formula: {
          kind: 'sum',
          terms: { calls: 3, conversations: 4, emails: 2, meetings_booked: 10, meetings_held: 20 },
        },
      },
    });
  });
});

describe('a formula', () => {
  const formula = (cel: string) => ({ kind: 'formula' as const, cel, shownAs: 'number' as const });

  it('is worked out of the sums that it names', () => {
    expect(define({ from: formula('(calls + 2 * emails) / meetings_held') })).toMatchObject({
      kind: 'defined',
      metric: {
        unit: { kind: 'per' },
        formula: {
          kind: 'computed',
          parts: { calls: { terms: { calls: 1 } }, meetings_held: { terms: { meetings_held: 1 } } },
        },
      },
    });
  });

  it.each([
    ['', 'Write a formula', [0, 0]],
    ['calls /', 'It ends too early', [7, 7]],
    ['call / 2', 'unknown metric "call". Is "calls" meant?', [0, 4]],
    ['1 + 2', 'It looks at no metric', [0, 5]],
    ['calls / 0', 'It divides by what is always 0', [8, 9]],
    ['calls / (emails - emails)', 'It divides by what is always 0', [9, 24]],
    ['calls / win_rate', '“Win rate” is a quotient or a formula', [8, 16]],
    ['own_it + calls', 'It would be made of itself', [0, 6]],
    ['calls > 3', 'This is no number', [0, 9]],
    ['[calls].map(x, x)', 'Only + - * /', [0, 17]],
  ])('is refused with the place and the reason: %s', (cel, reason, [from, to]) => {
    const defined = define({ from: formula(cel) });
    expect(defined.kind === 'refused' && defined.problems[0]).toMatchObject({
      path: '/from/cel',
      reason: expect.stringContaining(reason) as string,
      at: { from, to },
    });
  });
});

const talk = { kind: 'average', field: 'talkSeconds' } as const;

describe('a count or a sum has a cap', () => {
  const measuresOf = (change: Partial<FromRecords>) => {
    const defined = define({ from: calls(change) });
    return defined.kind === 'defined' ? defined.measures : [];
  };

  it('for each day, or for each value of a field and day', () => {
    const [daily] = measuresOf({ atMost: 20 });
    expect(daily?.atMost).toBe(20);
    expect(daily).not.toHaveProperty('distinctBy');
    expect(measuresOf({ atMost: 3, oncePer: 'contact' })).toMatchObject([
      { distinctBy: 'contact', atMost: 3 },
    ]);
  });

  it.each([0, 2.5, 10_001])('that is no cap as %d', (atMost) => {
    expect(problemsOf({ from: calls({ atMost }) })).toContainEqual([
      '/from/atMost',
      'A whole number from 1 to 10000',
    ]);
  });

  it('and an average has none', () => {
    expect(problemsOf({ from: calls({ figure: talk, atMost: 5 }) })).toContainEqual([
      '/from/atMost',
      'Only a count or a sum has a cap',
    ]);
  });
});

describe('an average or a share is of so many', () => {
  const formulaOf = (change: Partial<FromRecords>) => {
    const defined = define({ from: calls(change) });
    return defined.kind === 'defined' ? defined.metric.formula : undefined;
  };
  const part = { kind: 'cel', cel: 'call.talkSeconds > 9.0' } as const;

  it('as usual where nothing is said, and a share goes by its bound', () => {
    const usual = { shown: 5, ranked: 20 };
    expect(formulaOf({ figure: talk })).toMatchObject({ kind: 'ratio', least: usual });
    expect(formulaOf({ figure: talk })).not.toHaveProperty('isProportion');
    expect(formulaOf({ figure: { kind: 'share', part } })).toMatchObject({
      least: usual,
      isProportion: true,
    });
  });

  it('as the draft says', () => {
    const least = { shown: 1, ranked: 3 };
    expect(formulaOf({ figure: { kind: 'share', part }, least })).toMatchObject({ least });
  });
});

describe('a draft is refused with the place and the reason', () => {
  const test = (field: string, operator: 'at-least' | 'is', value: number | string) => ({
    kind: 'form' as const,
    match: 'all' as const,
    tests: [{ field, operator, value }],
  });
  it.each<[string, Partial<OwnMetricDraft>, string, string]>([
    ['no name', { title: ' ' }, '/title', 'Give it a name'],
    ['a name that is taken', { title: 'talk  TIME' }, '/title', 'There is a metric “Talk time”'],
    ['a name of the library', { title: 'MQLs created' }, '/title', 'The library has a figure'],
    [
      'an unknown field',
      { from: calls({ when: test('talkSecond', 'at-least', 9) }) },
      '/from/when/tests/0/field',
      'unknown field "talkSecond". Is "talkSeconds" meant?',
    ],
    [
      'a comparison that makes no sense',
      { from: calls({ when: test('outcome', 'at-least', 9) }) },
      '/from/when/tests/0/operator',
      '"outcome" cannot be compared like this',
    ],
    [
      'a text for a number',
      { from: calls({ when: test('talkSeconds', 'at-least', 'nine') }) },
      '/from/when/tests/0/value',
      'Write a number',
    ],
    [
      'CEL that is no yes or no',
      { from: calls({ when: { kind: 'cel', cel: 'call.talkSeconds' } }) },
      '/from/when/cel',
      'This is a number, and not yes or no',
    ],
    [
      'the sum of a text',
      { from: calls({ figure: { kind: 'sum', field: 'outcome' } }) },
      '/from/figure/field',
      '"outcome" is no number',
    ],
    [
      'a share of nothing that can be',
      {
        from: calls({
          when: { kind: 'cel', cel: 'false' },
          figure: { kind: 'share', part: test('outcome', 'is', 'x') },
        }),
      },
      '/from/when',
      'Nothing can ever fulfil this',
    ],
    [
      'a split of calls',
      { from: calls({ credit: { kind: 'split' } }) },
      '/from/credit',
      'no split',
    ],
    [
      'a day that is none',
      { from: calls({ day: { kind: 'field', field: 'outcome' } }) },
      '/from/day/field',
      '"outcome" is no day',
    ],
    [
      'a least of a count',
      { from: calls({ least: { shown: 5, ranked: 20 } }) },
      '/from/least',
      'Only an average or a share',
    ],
    [
      'half a record for a place',
      { from: calls({ figure: talk, least: { shown: 1, ranked: 2.5 } }) },
      '/from/least/ranked',
      'A whole number',
    ],
    [
      'a value from more on than a place',
      { from: calls({ figure: talk, least: { shown: 20, ranked: 5 } }) },
      '/from/least/ranked',
      'at least 20',
    ],
    ['an empty sum', { from: points() }, '/from/terms', 'The sum is empty'],
    [
      'a sum that cancels out',
      { from: points(['calls', 1], ['calls', -1]) },
      '/from/terms',
      'empty',
    ],
    [
      'money and counts in one sum',
      { from: points(['revenue_won', 1], ['calls', 5]) },
      '/from/terms',
      'money and counts cannot be added up',
    ],
    [
      'a sum of a quotient',
      { from: points(['win_rate', 1]) },
      '/from/terms/0/metric',
      '“Win rate” is a quotient or a formula',
    ],
    [
      'an unknown metric',
      { from: points(['call', 1]) },
      '/from/terms/0/metric',
      'unknown metric "call". Is "calls" meant?',
    ],
    ['itself', { from: points(['own_it', 1]) }, '/from/terms/0/metric', 'made of itself'],
    ['no weight', { from: points(['calls', 0]) }, '/from/terms/0/weight', 'A whole number'],
  ])('%s', (_, change, path, reason) => {
    expect(problemsOf(change)).toContainEqual([path, expect.stringContaining(reason)]);
  });

  it('a circle of metrics', () => {
    const among = known([
      ['own_a', draft({ title: 'A', from: points(['own_b', 1]) })],
      ['own_b', draft({ title: 'B', from: points(['own_it', 1], ['calls', 1]) })],
    ]);
    expect(problemsOf({ from: points(['own_a', 1]) }, among)).toEqual([
      ['/from/terms/0/metric', 'It would be made of itself, by way of “A”, “B”'],
    ]);
  });
});

it.each([
  ['Qualified meetings held', 'own_qualified_meetings_held'],
  ['Überzeugt!', 'own_uberzeugt'],
  ['会議', 'own_metric'],
  ['Taken', 'own_taken_2'],
])('the metric “%s” is called %s for good', (title, key) => {
  expect(ownMetricKey(title, new Set(['own_taken']))).toBe(key);
});
