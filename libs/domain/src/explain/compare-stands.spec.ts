import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byScore } from '../boards/board-order.js';
import { rankStandings } from '../boards/rank-standings.js';
import type { Stand, Verdict } from './compare-stands.js';
import { compareStands } from './compare-stands.js';

const at = (score: number | null, reachedAt: number | null = null): Stand => ({ score, reachedAt });

describe('why one stands where they stand', () => {
  it.each<[string, Stand, Stand, 'higher' | 'lower', Verdict]>([
    ['more is ahead', at(300), at(100), 'higher', { kind: 'ahead', by: 200 }],
    ['less is behind', at(100), at(300), 'higher', { kind: 'behind', by: 200 }],
    ['where less is better, less is ahead', at(100), at(300), 'lower', { kind: 'ahead', by: 200 }],
    ['the same is level', at(5), at(5), 'higher', { kind: 'level', first: null }],
    ['who got there first is shown first', at(5, 20), at(5, 10), 'higher', { kind: 'level', first: 'other' }], // prettier-ignore
    ['whichever of them', at(5, 10), at(5, 20), 'lower', { kind: 'level', first: 'own' }],
    ['at one moment nobody was first', at(5, 10), at(5, 10), 'higher', { kind: 'level', first: null }], // prettier-ignore
    ['without a score there is no place', at(null), at(5), 'higher', { kind: 'unplaced', who: 'own' }], // prettier-ignore
    ['nor for the other', at(-5), at(null), 'higher', { kind: 'unplaced', who: 'other' }],
    ['nor for both', at(null), at(null), 'lower', { kind: 'unplaced', who: 'both' }],
  ])('%s', (_, own, other, direction, expected) => {
    expect(compareStands(own, other, direction)).toEqual(expected);
  });

  it('is what the board says', () => {
    const stand = fc.record({
      score: fc.integer({ min: -3, max: 3 }),
      reachedAt: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(
        stand,
        stand,
        fc.constantFrom('higher' as const, 'lower' as const),
        (own, other, direction) => {
          const verdict = compareStands(own, other, direction);
          const [first, second] = rankStandings(
            [
              { id: 1, name: 'own', ...own },
              { id: 2, name: 'own', ...other },
            ],
            byScore(direction),
          );
          const leads = first?.id === 1 ? 'own' : 'other';
          const told =
            verdict.kind === 'level'
              ? (verdict.first ?? leads)
              : verdict.kind === 'ahead'
                ? 'own'
                : 'other';
          expect(verdict.kind === 'level').toBe(first?.rank === second?.rank);
          expect(told).toBe(leads);
        },
      ),
    );
  });
});
