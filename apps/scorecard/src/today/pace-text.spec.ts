import type { PersonLine } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { pace, personCard, personLine } from './card.fixture.js';
import { paceText } from './pace-text.js';

const EUROS = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;
const say = (line: Partial<PersonLine>, more: Parameters<typeof personCard>[0] = {}) => {
  const { title, sub } = paceText(personCard({ lines: [personLine(line)], ...more }), 'en-IE');
  return `${title} | ${sub}`;
};

describe('how somebody stands against their pace', () => {
  it.each<[string, Partial<PersonLine>, string]>([
    ['ahead', {}, '3 meetings ahead of your pace | '],
    [
      'ahead, with what is enough',
      { pace: pace(39_000, { neededPerDay: 2_285 }) },
      '3 meetings ahead of your pace | 2.3 meetings a day is enough from here',
    ],
    [
      'one behind',
      { actual: 38_000 },
      '1 meeting behind your pace | One more today brings you level',
    ],
    [
      'a part of one behind: it takes a whole one',
      { actual: 36_400 },
      '3 meetings behind your pace | 3 more today bring you level',
    ],
    ['less than half a meeting off', { actual: 38_600 }, 'On your pace | '],
    [
      'money, without what nobody counts',
      { unit: EUROS, actual: 10_420_012, target: 16_000_000, pace: pace(9_760_033) },
      '€6,590 ahead of your pace | ',
    ],
    [
      'money behind: what is told is enough',
      { unit: EUROS, actual: 9_000_000, target: 16_000_000, pace: pace(9_760_033) },
      '€7,610 behind your pace | €7,610 more today brings you level',
    ],
    [
      'before the first working day',
      { actual: 0, pace: pace(null, { state: 'not-started', neededPerDay: 2_762 }) },
      '58 meetings this month | 2.8 meetings a day makes your plan',
    ],
    [
      'reached',
      { actual: 60_000 },
      'Your target is reached: 58 meetings | 2 meetings more than asked this month',
    ],
    [
      'away on all days',
      { target: 0, attainment: null, pace: null },
      'Nothing is asked of you this month | You are away on all working days. What you do counts all the same',
    ],
    [
      'a rate, which has a level and no pace',
      { unit: { kind: 'ratio' }, title: 'Win rate', actual: 0.25, target: 0.3, pace: null },
      'Win rate: 25.0% | Your target is 30.0%',
    ],
    [
      'a rate with nothing to divide by',
      { unit: { kind: 'ratio' }, title: 'Win rate', actual: null, target: 0.3, pace: null },
      'No Win rate yet | Your target is 30.0%',
    ],
    [
      'the better the lower',
      { direction: 'lower', actual: 3_000, target: 5_000, pace: null },
      'Meetings held: 3 | Your target of 5 is met',
    ],
  ])('%s', (_, line, text) => {
    expect(say(line)).toBe(text);
  });

  it('waits on days off', () => {
    expect(say({}, { worksToday: false, dayOff: 'weekend' })).toBe(
      'You are off today. Your pace waits for you | You left 3 meetings ahead',
    );
    expect(say({}, { worksToday: false, dayOff: 'holiday' })).toMatch(/^It is a holiday\. /);
  });

  it('says so when no line is for them', () => {
    expect(say({ isForYou: false })).toBe(
      'Your scorecard has no line for you yet | Ask your manager',
    );
  });
});
