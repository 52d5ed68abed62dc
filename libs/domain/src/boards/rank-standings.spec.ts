import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byScore } from './board-order.js';
import type { Standing } from './rank-standings.js';
import { rankStandings } from './rank-standings.js';

const standing = (name: string, score: number, reachedAt = 0): Standing => ({
  id: name.codePointAt(0) ?? 0,
  name,
  score,
  reachedAt,
});
const places = (ranked: readonly { rank: number | null; name: string }[]) =>
  ranked.map(({ rank, name }) => `${rank} ${name}`);

describe('a board', () => {
  it('lets equal scores share the place and skips the next', () => {
    const scores = [44, 42, 42, 41, 41, 41, 39].map((score, index) =>
      standing('abcdefg'.charAt(index), score),
    );
    expect(rankStandings(scores, byScore('higher')).map(({ rank }) => rank)).toEqual([
      1, 2, 2, 4, 4, 4, 7,
    ]);
  });

  it('shows first inside a tie who got there first, then by name', () => {
    const tied = [standing('cem', 8, 20), standing('bea', 8, 10), standing('ada', 8, 20)];
    expect(places(rankStandings(tied, byScore('higher')))).toEqual(['1 bea', '1 ada', '1 cem']);
    expect(rankStandings(tied, byScore('higher')).every((line) => line.tied)).toBe(true);
  });

  it('puts the lowest first where lower is better', () => {
    const days = [standing('ada', 30), standing('bea', 12)];
    expect(places(rankStandings(days, byScore('lower')))).toEqual(['1 bea', '2 ada']);
  });

  it('goes on counting where it was cut out of a longer one', () => {
    const cut = [standing('ada', 5), standing('bea', 4)];
    expect(places(rankStandings(cut, byScore('higher'), 10))).toEqual(['11 ada', '12 bea']);
  });

  it('has places that say how many are better, in whatever order they come', () => {
    const some = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 3 })), { maxLength: 20 });
    fc.assert(
      fc.property(some, (pairs) => {
        const standings = pairs.map(([score, reachedAt], id) => ({
          id,
          name: `p${id}`,
          score,
          reachedAt,
        }));
        const ranked = rankStandings(standings, byScore('higher'));
        for (const { rank, score } of ranked) {
          expect(rank).toBe(1 + standings.filter((other) => other.score > score).length);
        }
        expect(rankStandings(standings.toReversed(), byScore('higher'))).toEqual(ranked);
      }),
    );
  });
});
