import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HOUR,
  MONDAY,
  RULES,
  entry,
  local,
  paid,
  people,
  prizes,
  standing,
} from '../contest.fixture.js';
import type { FormatDetail } from '../format-detail.js';
import { judge } from '../judge.js';
import type { Judgement } from '../judgement.js';
import type { LeagueFormat } from '../rules/contest-format.js';
import type { ContestRules } from '../rules/contest-rules.js';
import { pairingsOf } from './league-games.js';

const WEEK = 168;
const league = (format: Partial<LeagueFormat> = {}): ContestRules => ({
  ...RULES,
  window: { ...RULES.window, until: local('2027-03-01T00:00') },
  format: {
    kind: 'league',
    game: { count: 1, unit: 'weeks' },
    games: 3,
    playOffs: 0,
    points: { win: 3, draw: 1, loss: 0 },
    ...format,
  },
  prizes: [{ kind: 'places', places: prizes(1_000) }],
});
type League = Extract<FormatDetail, { kind: 'league' }>;
const detailOf = ({ detail }: Judgement) => detail as League;
const weeks = (count: number) => MONDAY + (count * WEEK + 25) * HOUR;
/** What each of them sells in each week. */
const season = (...sold: readonly (readonly number[])[]) =>
  sold.flatMap((week, index) =>
    week.map((deals, who) => entry(index * 100 + who + 1, who + 1, index * WEEK + 5, deals)),
  );
const four = people('ada', 'bea', 'cem', 'dan');

describe('a league', () => {
  it('plays everybody against everybody, and ranks by points', () => {
    // Week 1: ada-dan, bea-cem; week 2: ada-bea, cem-dan; week 3: ada-cem, bea-dan.
    const result = judge(
      league(),
      four,
      season([5, 3, 3, 1], [2, 4, 1, 1], [6, 1, 2, 9]),
      weeks(3),
    );
    const { table, rounds, mvp } = detailOf(result);
    expect(
      rounds.map(({ matches }) => matches.map(({ home, away, winner }) => [home, away, winner])),
    ).toEqual([
      [
        [1, 4, 1],
        [2, 3, null],
      ],
      [
        [1, 2, 2],
        [3, 4, null],
      ],
      [
        [1, 3, 1],
        [2, 4, 4],
      ],
    ]);
    expect(
      table.map(({ entrantId, won, drawn, lost, points, scored }) => [
        entrantId,
        won,
        drawn,
        lost,
        points,
        scored,
      ]),
    ).toEqual([
      [1, 2, 0, 1, 6, 13],
      [4, 1, 1, 1, 4, 11],
      [2, 1, 1, 1, 4, 8],
      [3, 0, 2, 1, 2, 6],
    ]);
    expect(standing(result)).toEqual(['1 ada 6', '2 dan 4', '3 bea 4', '4 cem 2']);
    expect(paid(result)).toEqual(['ada 1000']);
    expect(mvp).toEqual([1]);
  });

  it('gives an odd one out a phantom that does what the others do on average', () => {
    const result = judge(league(), people('ada', 'bea', 'cem'), season([5, 3, 6]), weeks(1));
    // ada meets the phantom: (3 + 6) / 2 = 4.5.
    expect(detailOf(result).rounds[0]?.matches[0]).toEqual({
      home: 1,
      away: null,
      homeScore: 5,
      awayScore: 4.5,
      winner: 1,
      decidedBy: 'score',
    });
    const lost = judge(league(), people('ada', 'bea', 'cem'), season([4, 3, 6]), weeks(1));
    expect(detailOf(lost).table.find(({ entrantId }) => entrantId === 1)).toMatchObject({
      lost: 1,
    });
  });

  it('goes on with the best: 1 v 4, 2 v 3, a final and a third place, and the rest for the next one', () => {
    const six = people('ada', 'bea', 'cem', 'dan', 'eve', 'fay');
    const regular = Array.from({ length: 5 }, () => [9, 8, 7, 6, 5, 4]);
    const finals = [
      [1, 2, 3, 4, 5, 6],
      [1, 2, 9, 8, 7, 6],
    ];
    const rules: ContestRules = {
      ...league({ games: 5, playOffs: 4 }),
      prizes: [
        { kind: 'places', places: prizes(1_000, 500) },
        { kind: 'honour', honour: 'mvp', prize: { amount: 300, item: null } },
        { kind: 'honour', honour: 'consolation', prize: { amount: 200, item: null } },
      ],
    };
    const result = judge(rules, six, season(...regular, ...finals), weeks(7));
    expect(
      detailOf(result).playOffs.map(({ title, matches }) => [
        title,
        matches.map(({ home, away, winner }) => [home, away, winner]),
      ]),
    ).toEqual([
      [
        'semi-final',
        [
          [1, 4, 4],
          [2, 3, 3],
        ],
      ],
      ['third-place', [[1, 2, 2]]],
      ['final', [[4, 3, 3]]],
    ]);
    expect(result.standings.map(({ rank, name }) => `${rank} ${name}`)).toEqual([
      '1 cem',
      '2 dan',
      '3 bea',
      '4 ada',
      '5 eve',
      '5 fay',
    ]);
    expect(paid(result)).toEqual(['cem 1000', 'dan 500', 'ada 300', 'eve 100', 'fay 100']);
  });

  it('lets everybody meet everybody once before anybody meets again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.nat({ max: 3 }), (count, times) => {
        const circle = count + (count % 2) - 1;
        const met = new Map<string, number>();
        for (let game = 0; game < circle * (times + 1); game += 1) {
          const pairings = pairingsOf(count, game);
          const busy = pairings.flat().filter((one) => one !== null);
          expect(new Set(busy).size).toBe(count);
          for (const pair of pairings) met.set(pair.join(), (met.get(pair.join()) ?? 0) + 1);
        }
        expect([...met.values()].every((meetings) => meetings === times + 1)).toBe(true);
        expect(met.size).toBe((circle * (circle + 1)) / 2);
      }),
    );
  });
});
