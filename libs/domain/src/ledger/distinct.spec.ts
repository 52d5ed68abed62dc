import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureId, PersonId, RecordId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import type { Claim } from './distinct.js';
import { capOf, countingClaims } from './distinct.js';

const claim = (at: number, name: string): Claim => ({
  measureId: 1 as MeasureId,
  personId: 1 as PersonId,
  date: '2026-11-18' as BusinessDate,
  distinctKey: '',
  recordId: 1 as RecordId,
  revision: 1,
  at,
  quantity: 1_000,
  name,
  seq: null,
});
const names = (claims: readonly Claim[]) => claims.map(({ name }) => name);

describe('the claims that count', () => {
  it('are the earliest, and of the same moment those whose name comes first', () => {
    const all = [claim(20, 'a'), claim(10, 'c'), claim(10, 'b')];
    expect(names(countingClaims(all, 2))).toEqual(['b', 'c']);
    expect(names(countingClaims(all, 9))).toEqual(['b', 'c', 'a']);
    expect(countingClaims([], 2)).toEqual([]);
  });

  it('are the same in whatever order they came, and more of them with a higher cap', () => {
    const some = fc.uniqueArray(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 9 })), {
      selector: ([, name]) => name,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (pairs, atMost) => {
        const all = pairs.map(([at, name]) => claim(at, `C-${name}`));
        const counting = names(countingClaims(all, atMost));
        expect(names(countingClaims(all.toReversed(), atMost))).toEqual(counting);
        expect(names(countingClaims(all, atMost + 1)).slice(0, counting.length)).toEqual(counting);
        expect(counting).toHaveLength(Math.min(atMost, all.length));
      }),
    );
  });

  it('are one where nothing else is said, and of a measure that is gone', () => {
    const cap = capOf([{ id: 1 as MeasureId }, { id: 2 as MeasureId, atMost: 20 }]);
    expect([1, 2, 3].map((id) => cap(id as MeasureId))).toEqual([1, 20, 1]);
  });
});
