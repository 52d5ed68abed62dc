import { describe, expect, it } from 'vitest';
import {
  causeOfEntry,
  happeningOf,
  listText,
  momentOnDay,
  titleOfEntry,
} from './describe-entry.js';
import { explainedEntry, reversalOf } from './entry.fixture.js';
import { MeasureDictionary, signed } from './measure-words.js';

const call = explainedEntry(5, {
  record: { source: 'Events API', type: 'call', externalId: 'C-1', name: null },
  revision: { ...explainedEntry(5).revision, told: { talkSeconds: 260, contact: 'contact-196' } },
});

describe('an entry in words', () => {
  it('is called by its record, whom it was with, or its id', () => {
    expect(titleOfEntry(explainedEntry(1))).toBe('Orsini');
    expect(titleOfEntry(call)).toBe('contact-196');
    expect(titleOfEntry({ ...call, revision: { ...call.revision, told: {} } })).toBe('Call C-1');
  });

  it('says what happened', () => {
    expect(happeningOf(call)).toBe('Call, 4 min 20 s of talk');
    expect(happeningOf(explainedEntry(1))).toBe('Deal won');
  });

  it.each([
    [{ status: 'open' }, 'the deal was reopened'],
    [{ status: 'lost' }, 'the deal is lost now'],
    [{ status: 'won', amount: '150.00' }, 'the amount was changed'],
    [
      { status: 'won', amount: '100.00', owner: 'email:bea@x.example' },
      'it belongs to somebody else now',
    ],
    [{ closedOn: '2026-11-24' }, 'the day was changed'],
    [{}, 'the deal was removed in Events API'],
    [{ name: 'Orsini Logistica' }, 'the deal was changed'],
  ])('taken back after %j: %s', (told, cause) => {
    const won = explainedEntry(1);
    expect(causeOfEntry(reversalOf(won, 2, told), won)).toBe(cause);
  });

  it('says which other record made it count, or stop counting', () => {
    const becauseOf = { type: 'call', externalId: 'C-2' };
    expect(causeOfEntry({ ...call, becauseOf }, undefined)).toBe('because call C-2 was taken back');
    const stopped = { ...reversalOf(call, 6, {}), becauseOf };
    expect(causeOfEntry(stopped, call)).toBe('because call C-2 came first');
    expect(causeOfEntry(call, undefined)).toBeNull();
  });

  it('names the day of a moment that lies on another one', () => {
    const place = { timeZone: 'Europe/Dublin', locale: 'en-IE' };
    expect(momentOnDay('2026-11-18T11:52:00Z', '2026-11-18', place)).toBe('11:52');
    expect(momentOnDay('2026-11-19T11:52:00Z', '2026-11-18', place)).toBe('19 Nov, 11:52');
  });

  it('lists things as people do', () => {
    expect([
      listText([]),
      listText(['a']),
      listText(['a', 'b']),
      listText(['a', 'b', 'c']),
    ]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});

describe('the words of measures', () => {
  const words = new MeasureDictionary([
    {
      key: 'deals_won',
      title: 'Deals won',
      unit: { kind: 'count', one: 'deal', many: 'deals' },
    },
    {
      key: 'revenue_won',
      title: 'Closed-won revenue',
      unit: { kind: 'money', currency: 'EUR', minorDigits: 2 },
    },
    {
      key: 'gross_margin',
      title: 'Gross margin',
      unit: { kind: 'ratio' },
      madeOf: [
        {
          key: 'cost_of_revenue',
          one: 'its cost',
          many: 'its cost',
          unit: { kind: 'money', currency: 'EUR', minorDigits: 2 },
        },
      ],
    },
  ]);

  it.each([
    ['deals_won', 1_000, '1 deal won'],
    ['deals_won', 3_000, '3 deals won'],
    ['deals_won', -1_000, '−1 deal won'],
    ['revenue_won', 2_075_000, '€20,750 closed-won revenue'],
    ['demo_calls', 2_000, '2 demo calls'],
    ['cost_of_revenue', 1_249_800, '€12,498 its cost'],
  ])('%s %d is %s', (measure, quantity, text) => {
    expect(words.phrase(measure, quantity, 'en-IE')).toBe(text);
  });

  it('carry a sign in the ledger', () => {
    expect(signed({ kind: 'money', currency: 'EUR', minorDigits: 2 }, -2_075_000, 'en-IE')).toBe(
      '−€20,750',
    );
    expect(signed({ kind: 'duration' }, 260, 'en-IE')).toBe('+4 min 20 s');
    expect(signed({ kind: 'points' }, 0, 'en-IE')).toBe('0');
  });
});
