import { describe, expect, it } from 'vitest';
import type { EntrySeq, MeasureId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import type { BookedEntry, ChangeKind } from './group-changes.js';
import { groupChanges } from './group-changes.js';

const SINCE = 10 as EntrySeq;
const FRIDAY = Date.UTC(2026, 10, 20, 9);
const points = {
  formula: {
    kind: 'sum',
    terms: [
      { measureId: 1 as MeasureId, weight: 5 },
      { measureId: 2 as MeasureId, weight: 1 },
    ],
  },
} as const;
const rate = {
  formula: { kind: 'ratio', numerator: points.formula, denominator: points.formula },
} as const;

function entry(seq: number, quantity: number, more: Partial<BookedEntry> = {}): BookedEntry {
  return {
    seq: seq as EntrySeq,
    date: '2026-11-20' as BusinessDate,
    recordedAt: FRIDAY,
    reverses: null,
    movements: [{ measureId: 1 as MeasureId, quantity }],
    record: { source: 'CRM', type: 'deal', externalId: 'D-1' },
    ...more,
  };
}
const takesBack = (seq: number, quantity: number, reverses: number) =>
  entry(seq, quantity, { reverses: reverses as EntrySeq });
const changes = (entries: readonly BookedEntry[], metric: typeof points | typeof rate = points) =>
  groupChanges(entries, { since: SINCE, metric, timeZone: 'UTC' });

describe('what a record did since', () => {
  it.each<[string, BookedEntry[], ChangeKind, number]>([
    ['it counts for the first time', [entry(11, 3)], 'gained', 15],
    ['it counts for less than nothing', [entry(11, -3)], 'lessened', -15],
    ['what counted before is taken back', [takesBack(11, -9, 4)], 'taken-back', -45],
    ['what counted before is corrected', [takesBack(11, -9, 4), entry(12, 8)], 'corrected', -5],
    ['corrected to the same on another day', [takesBack(11, -9, 4), entry(12, 9)], 'corrected', 0],
    ['it came and went', [entry(11, 3), takesBack(12, -3, 11)], 'undone', 0],
    [
      'it came and was corrected',
      [entry(11, 3), takesBack(12, -3, 11), entry(13, 4)],
      'gained',
      20,
    ],
  ])('%s', (_, entries, kind, effect) => {
    expect(changes(entries)).toMatchObject([{ kind, effect, entries }]);
  });

  it('is told in the order of the ledger, and records by the last that was booked of them', () => {
    const other = { source: 'CRM', type: 'deal', externalId: 'D-2' };
    const told = changes([entry(14, 1), entry(12, 2, { record: other }), entry(11, 3)]);
    expect(told.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[11, 14], [12]]);
  });

  it('is late where it counts on a day that was over', () => {
    const late = entry(11, 3, { date: '2026-11-16' as BusinessDate });
    expect(changes([late])).toMatchObject([{ isLate: true, bookedOn: '2026-11-20' }]);
    expect(changes([entry(11, 3)])).toMatchObject([{ isLate: false }]);
    const taken = { ...late, reverses: 4 as EntrySeq };
    expect(changes([taken])).toMatchObject([{ isLate: false }]);
  });

  it('is a day on the clocks of the organisation', () => {
    const evening = entry(11, 3, { recordedAt: Date.UTC(2026, 10, 20, 23) });
    const told = groupChanges([evening], { since: SINCE, metric: points, timeZone: 'Asia/Tokyo' });
    expect(told).toMatchObject([{ bookedOn: '2026-11-21', isLate: true }]);
  });

  it('adds up by measure, and has no effect of its own on what is no sum', () => {
    const movements = [
      { measureId: 1 as MeasureId, quantity: 2 },
      { measureId: 2 as MeasureId, quantity: -1 },
    ];
    const both = [entry(11, 0, { movements }), entry(12, 3)];
    expect(changes(both)).toMatchObject([
      { effect: 24, moved: [{ quantity: 5 }, { quantity: -1 }] },
    ]);
    expect(changes(both, rate)).toMatchObject([{ effect: null }]);
  });
});
