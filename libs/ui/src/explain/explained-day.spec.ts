import { describe, expect, it } from 'vitest';
import { explainedEntry, reversalOf } from './entry.fixture.js';
import { countedAndTakenBack, explainedDays, placeOfEntry } from './explained-day.js';

const won = explainedEntry(1, { reversedBy: [2] });
const back = reversalOf(won, 2, { amount: '150.00' });
const again = explainedEntry(3, {
  movements: [{ measure: 'revenue_won', version: 1, quantity: 15_000 }],
});
const later = explainedEntry(4, { date: '2026-11-20', at: '2026-11-20T08:00:00.000Z' });
const ledger = [won, back, again, later];

describe('the days behind a number', () => {
  it('come newest first, each with what it moved', () => {
    const days = explainedDays(ledger);
    expect(days.map(({ date, moved }) => [date, moved[0]?.quantity])).toEqual([
      ['2026-11-20', 10_000],
      ['2026-11-18', 15_000],
    ]);
  });

  it('tell what counts, what takes back and what was taken back', () => {
    const states = explainedDays(ledger).flatMap(({ entries }) =>
      entries.map(({ entry, state }) => [entry.seq, state]),
    );
    expect(states).toEqual([
      [4, 'counts'],
      [3, 'counts'],
      [2, 'takes-back'],
      [1, 'taken-back'],
    ]);
  });

  it('strike through only what was taken back wholly', () => {
    const both = explainedEntry(1, {
      movements: [
        { measure: 'calls', version: 1, quantity: 1_000 },
        { measure: 'conversations', version: 1, quantity: 1_000 },
      ],
      reversedBy: [2],
    });
    const half = {
      ...reversalOf(both, 2, {}),
      movements: [{ measure: 'conversations', version: 1, quantity: -1_000 }],
    };
    expect(explainedDays([both, half])[0]?.entries.at(-1)?.state).toBe('partly-taken-back');
  });

  it('know a number below zero that takes nothing back', () => {
    const refund = explainedEntry(9, {
      movements: [{ measure: 'revenue_won', version: 1, quantity: -500 }],
    });
    expect(explainedDays([refund])[0]?.entries[0]?.state).toBe('less');
  });

  it('show the newest few, with the sums of whole days', () => {
    const days = explainedDays(ledger, 2);
    expect(days.map(({ entries }) => entries.length)).toEqual([1, 1]);
    expect(days[1]?.moved[0]?.quantity).toBe(15_000);
  });

  it('say how far down an entry stands', () => {
    expect(placeOfEntry(ledger, 1)).toBe(3);
    expect(placeOfEntry(ledger, 99)).toBe(-1);
  });

  it('add up to what was counted and what was taken back', () => {
    expect(countedAndTakenBack(ledger)).toEqual({ counted: 35_000, takenBack: -10_000 });
  });
});
