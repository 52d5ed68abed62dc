import type { Scorecard } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../metrics/metrics.svelte.js';
import { CardDraft } from './card-draft.svelte.js';

const metric = (key: string, title: string, unit: Metric['unit']): Metric => ({
  key,
  version: 1,
  title,
  timing: 'leading',
  direction: 'higher',
  unit,
  privacy: { audience: 'everyone', shows: 'value', places: null },
  isForYou: true,
  isQuotient: false,
  madeOf: [],
  brokenDownBy: null,
});
const METRICS = new Map(
  [
    metric('calls', 'Calls', { kind: 'count', one: 'call', many: 'calls' }),
    metric('emails', 'Emails', { kind: 'count', one: 'email', many: 'emails' }),
    metric('revenue', 'Revenue', { kind: 'money', currency: 'EUR', minorDigits: 2 }),
  ].map((one) => [one.key, one]),
);
const begin = (before: Scorecard | null = null) =>
  new CardDraft((key) => METRICS.get(key), 'en-IE', before);

describe('a scorecard that is being made', () => {
  it('says what is missing, one thing after another, until it can be kept', () => {
    const draft = begin();
    expect(draft.trouble).toBe('It has no name yet');
    draft.name = ' Field sales ';
    expect(draft.trouble).toBe('It has no line yet. Add what people do');
    const line = draft.add('activity');
    expect(draft.trouble).toBe('Choose a metric');
    line.metric = 'calls';
    expect(draft.trouble).toBe('Calls needs a target above 0');
    line.target = '45';
    expect(draft.trouble).toBeNull();
    line.minimum = 'some';
    expect(draft.trouble).toBe('Write a number above 0, or nothing');
    line.minimum = '30';
    const won = draft.add('outcome');
    Object.assign(won, { metric: 'revenue', target: '160,000' });
    draft.teams = [3];
    expect(draft.trouble).toBeNull();
    expect(draft.draft()).toEqual({
      name: 'Field sales',
      for: { teams: [3], jobTitles: [], people: [] },
      lines: [
        {
          metric: 'calls',
          part: 'activity',
          period: 'day',
          target: 45_000,
          weight: 100,
          minimum: 30_000,
          cap: 150,
        },
        {
          metric: 'revenue',
          part: 'outcome',
          period: 'month',
          target: 16_000_000,
          weight: 100,
          minimum: null,
          cap: 150,
        },
      ],
      forgivenMisses: 0,
    });
  });

  it('weighs all alike until somebody writes a weight, and again when asked to', () => {
    const draft = begin();
    draft.name = 'SDR';
    const [calls, emails] = [draft.add('activity'), draft.add('activity')];
    Object.assign(calls, { metric: 'calls', target: '45' });
    Object.assign(emails, { metric: 'emails', target: '20' });
    expect(draft.activities.map(({ weight }) => weight)).toEqual([50, 50]);
    draft.weigh(calls, 70);
    expect(draft.trouble).toBe('What people do weighs 120 %: 20 % are too much');
    draft.evenOut('activity');
    expect(draft.trouble).toBeNull();
    draft.remove(emails);
    expect(draft.activities.map(({ weight }) => weight)).toEqual([100]);
  });

  it.each([
    [null, 'From 0 to 31 missed days'],
    [1.5, 'From 0 to 31 missed days'],
    [32, 'From 0 to 31 missed days'],
    [0, null],
    [31, null],
  ])('of %j forgiven misses says: %s', (misses, text) => {
    const draft = begin();
    draft.forgivenMisses = misses;
    expect(draft.graceTrouble).toBe(text);
  });

  it('asks how many misses are forgiven once a day can be missed', () => {
    const draft = begin();
    const line = draft.add('activity');
    expect(draft.hasMinimums).toBe(false);
    line.minimum = '20';
    expect(draft.hasMinimums).toBe(true);
  });

  it('takes a metric once', () => {
    const draft = begin();
    const [first, second] = [draft.add('activity'), draft.add('outcome')];
    first.metric = second.metric = 'calls';
    expect(draft.troublesOf(second).metric).toBe('Calls is on it already');
  });

  it('begins as the one that is changed, whose weights stay', () => {
    const line = {
      part: 'activity',
      period: 'day',
      minimum: null,
      cap: 120,
      unit: { kind: 'count', one: 'call', many: 'calls' },
    } as const;
    const draft = begin({
      id: 4,
      name: 'SDR',
      for: { people: [], jobTitles: ['SDR'], teams: [] },
      lines: [
        { ...line, metric: 'calls', title: 'Calls', target: 45_000, weight: 70 },
        { ...line, metric: 'emails', title: 'Emails', target: 20_000, weight: 30 },
        { ...line, metric: 'gone', title: null, unit: null, target: 1, weight: 30 },
      ],
      forgivenMisses: 2,
      ownTargets: [],
      people: 12,
      notes: [],
    });
    expect(draft.trouble).toBe('It is in use no longer');
    expect(draft.draft().forgivenMisses).toBe(2);
    const gone = draft.lines.at(-1);
    if (gone) draft.remove(gone);
    expect(draft.trouble).toBeNull();
    expect(draft.lines.map(({ target, weight, cap }) => [target, weight, cap])).toEqual([
      ['45', 70, 120],
      ['20', 30, 120],
    ]);
  });
});
