import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntrySeq, MeasureId, PersonId } from '../ids.js';
import type { Contribution } from '../measures/contributions.js';
import type { BusinessDate } from '../time/business-date.js';
import { differenceOf } from './difference.js';
import type { Booked } from './movement.js';

const contribution: fc.Arbitrary<Contribution> = fc.record({
  measureId: fc.constantFrom(1, 2).map((id) => id as MeasureId),
  personId: fc.constantFrom(1, 2).map((id) => id as PersonId),
  date: fc.constantFrom('2026-11-18', '2026-11-19').map((date) => date as BusinessDate),
  at: fc.constantFrom(10, 20),
  quantity: fc.constantFrom(1_000, -500),
});

const told = (contributions: readonly Contribution[]) =>
  contributions
    .map(({ measureId, personId, date, at, quantity }) =>
      [measureId, personId, date, at, quantity].join(' '),
    )
    .sort();

describe('the difference', () => {
  it('applied to what is booked gives exactly what is wanted', () => {
    fc.assert(
      fc.property(fc.array(contribution), fc.array(contribution), (before, wanted) => {
        const booked = before.map((one, seq): Booked => ({ ...one, seq: seq as EntrySeq }));
        const { kept, takenBack, added } = differenceOf(booked, wanted);
        expect(told([...kept, ...added])).toEqual(told(wanted));
        expect(told([...kept, ...takenBack])).toEqual(told(before));
      }),
    );
  });

  it('of the same is nothing', () => {
    fc.assert(
      fc.property(fc.array(contribution), (all) => {
        const booked = all.map((one, seq): Booked => ({ ...one, seq: seq as EntrySeq }));
        const { takenBack, added } = differenceOf(booked, all.toReversed());
        expect([...takenBack, ...added]).toEqual([]);
      }),
    );
  });
});
