import type { PersonLine } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { pace, personLine } from './card.fixture.js';
import { lineGroups } from './line-groups.js';
import { aimText, lineNote, lineWords } from './line-words.js';
import { streakText } from './streak-text.js';

const EUROS = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;

describe('a line of the scorecard', () => {
  it.each<[Partial<PersonLine>, string]>([
    [{}, ' / 58'],
    [{ target: 42_857.1 }, ' / 43'],
    [{ unit: EUROS, target: 9_000_000 }, ' / 90,000'],
    [{ direction: 'lower', target: 5_000 }, ' of at most 5'],
    [{ target: 0, attainment: null }, ''],
  ])('names its target: %j', (line, text) => {
    expect(aimText(personLine(line), 'en-IE')).toBe(text);
  });

  it.each<[string, Partial<PersonLine>, string | null]>([
    ['nothing, usually', {}, null],
    ['that it is more than asked', { attainment: 1.204 }, '120 % of your target'],
    [
      'what the day still wants',
      { minimum: 30_000, minimumMet: false },
      'From 30 on the day counts for your streak',
    ],
    [
      'that somebody joined late or is away',
      { target: 29_000, pace: pace(10_000, { totalDays: 11 }) },
      'For your 11 working days; the whole is 58',
    ],
    [
      'that they are away',
      { part: 'outcome', target: 0, attainment: null },
      'You are away: nothing is asked of you',
    ],
    ['that the target is their own', { hasOwnTarget: true }, 'Your own target'],
  ])('says %s', (_, line, text) => {
    expect(lineNote(personLine(line), 'en-IE')).toBe(text);
  });

  it('says its bar in words', () => {
    expect(lineWords(personLine({ pace: pace(39_000) }), 'en-IE')).toBe(
      'of 58, your pace is 39. Show the entries behind it',
    );
    expect(lineWords(personLine({ isForYou: false }), 'en-IE')).toBe('is not shown to you');
  });
});

describe('lineGroups', () => {
  it('puts what is due soonest first, in the order of the scorecard', () => {
    const line = (metric: string, kind: PersonLine['period']['kind']) =>
      personLine({ metric, period: { ...personLine().period, kind } });
    const groups = lineGroups([line('a', 'month'), line('b', 'day'), line('c', 'day')]);
    expect(groups.map(({ title, lines }) => [title, lines.map(({ metric }) => metric)])).toEqual([
      ['Today', ['b', 'c']],
      ['This month', ['a']],
    ]);
  });
});

describe('streakText', () => {
  it.each([
    [0, 9, 'No day in a row yet | 6 of 14 days this month. Your longest is 9'],
    [1, 1, '1 day with everything met | 6 of 14 days this month'],
    [5, 5, '5 days in a row with everything met | 6 of 14 days this month. Your longest so far'],
    [5, 9, '5 days in a row with everything met | 6 of 14 days this month. Your longest is 9'],
  ])('%i in a row, %i the longest', (current, longest, text) => {
    const streak = { current, longest, lastMetDay: null, forgivenThisMonth: 0 };
    const told = streakText({ streak, objectivesMet: { daysMet: 6, daysPresent: 14 } });
    expect(`${told?.title} | ${told?.sub}`).toBe(text);
  });

  it.each([
    [1, '6 of 14 days this month. 1 missed day forgiven. Your longest so far'],
    [2, '6 of 14 days this month. 2 missed days forgiven. Your longest so far'],
  ])('tells of %i forgiven', (forgivenThisMonth, text) => {
    const streak = { current: 5, longest: 5, lastMetDay: null, forgivenThisMonth };
    const told = streakText({ streak, objectivesMet: { daysMet: 6, daysPresent: 14 } });
    expect(told?.sub).toBe(text);
  });

  it('is nothing where no line asks for a minimum', () => {
    expect(streakText({ streak: null, objectivesMet: null })).toBeNull();
  });
});
