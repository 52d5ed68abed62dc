import { describe, expect, it } from 'vitest';
import type { Change } from './change-text.js';
import { changeDays, changeText, movedText, titleOfChange } from './change-text.js';
import { explainedEntry, reversalOf } from './entry.fixture.js';
import { MeasureDictionary } from './measure-words.js';

const place = { timeZone: 'UTC', locale: 'en-IE' };
const TODAY = '2026-11-19';
const money = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;

const first = explainedEntry(1);
const reopened = reversalOf(first, 2, { status: 'open' });
const change = (kind: Change['kind'], more: Partial<Change> = {}): Change => ({
  kind,
  bookedOn: '2026-11-19',
  isLate: false,
  moved: [{ measure: 'revenue_won', quantity: 10_000 }],
  effect: 10_000,
  entries: [first],
  ...more,
});

describe('what a record did', () => {
  it.each<[string, Change, string]>([
    ['gained', change('gained'), 'Deal won'],
    ['gained, late', change('gained', { isLate: true }), 'Deal won. Late, it counts on Wednesday, 18 November'], // prettier-ignore
    ['gained, then corrected', change('gained', { entries: [first, reversalOf(first, 2, { amount: '150.00' }), explainedEntry(3, { revision: { ...first.revision, told: { amount: '150.00' } } })] }), 'Deal won, corrected since'], // prettier-ignore
    ['taken back', change('taken-back', { entries: [reopened] }), 'Taken back, the deal was reopened'], // prettier-ignore
    ['corrected', change('corrected', { entries: [reversalOf(first, 2, { amount: '150.00' }), explainedEntry(3)] }), 'Corrected, the amount was changed'], // prettier-ignore
    ['came and went', change('undone', { entries: [first, reopened] }), 'Came and was taken back, the deal was reopened'], // prettier-ignore
  ])('%s', (_, told, expected) => {
    expect(changeText(told, TODAY, place)).toBe(expected);
    expect(titleOfChange(told)).toBe('Orsini');
  });

  it('moved the score, or what it is made of where that does not add up', () => {
    const words = new MeasureDictionary([]);
    expect(movedText(change('taken-back', { effect: -10_000 }), money, words, 'en-IE')).toBe('−€100'); // prettier-ignore
    const moved = [
      { measure: 'deals_won', quantity: 1_000 },
      { measure: 'deals_lost', quantity: -1_000 },
      { measure: 'deals_open', quantity: 0 },
    ];
    const rate = change('corrected', { effect: null, moved });
    expect(movedText(rate, { kind: 'ratio' }, words, 'en-IE')).toBe('+1 deals won, −1 deals lost');
  });
});

it('is listed by the day on which it was booked, each with all that the day moved', () => {
  const earlier = change('gained', { bookedOn: '2026-11-18', effect: 5 });
  const days = changeDays([change('gained'), change('gained', { effect: -4_000 }), earlier], 1);
  expect(days).toMatchObject([{ bookedOn: '2026-11-19', effect: 6_000 }]);
  expect(days[0]?.changes).toHaveLength(1);
  expect(changeDays([change('gained', { effect: null })], 9)).toMatchObject([{ effect: null }]);
});
