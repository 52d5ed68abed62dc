import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AFTERWARDS,
  HOUR,
  MONDAY,
  RULES,
  entry,
  paid,
  people,
  person,
  prizes,
  standing,
  told,
} from '../contest.fixture.js';
import type { FormatDetail } from '../format-detail.js';
import { judge } from '../judge.js';
import type { Judgement } from '../judgement.js';
import type { BracketFormat } from '../rules/contest-format.js';
import type { ContestRules } from '../rules/contest-rules.js';

const bracket = (format: Partial<BracketFormat> = {}): ContestRules => ({
  ...RULES,
  format: {
    kind: 'bracket',
    round: { count: 1, unit: 'days' },
    seeding: 'roster',
    thirdPlace: false,
    ...format,
  },
  prizes: [{ kind: 'places', places: prizes(1_000, 500) }],
});
type Bracket = Extract<FormatDetail, { kind: 'bracket' }>;
const roundsOf = ({ detail }: Judgement) =>
  (detail as Bracket).rounds.map(
    ({ title, matches }) =>
      `${title}: ${matches
        .map(
          ({ home, away, winner, decidedBy }) =>
            `${home}v${away ?? '-'} ${winner ?? '?'} ${decidedBy ?? '?'}`,
        )
        .join(', ')}`,
  );
const five = people('ada', 'bea', 'cem', 'dan', 'eve');
const played = [
  entry(1, 5, 1, 8),
  entry(2, 4, 2, 5),
  entry(3, 5, 25, 3),
  entry(4, 1, 26, 9),
  entry(5, 3, 27, 2),
  entry(6, 2, 28, 2),
  entry(7, 2, 50, 1),
];

describe('a bracket', () => {
  it('pairs the best with the last, gives byes to the best, and ends with the final', () => {
    const result = judge(bracket(), five, played, AFTERWARDS);
    expect(roundsOf(result)).toEqual([
      'quarter-final: 1v- 1 bye, 4v5 5 score, 2v- 2 bye, 3v- 3 bye',
      'semi-final: 1v5 1 score, 2v3 2 seed',
      'final: 1v2 2 score',
    ]);
    expect(standing(result)).toEqual(['1 bea 1', '2 ada 0', '3 eve 3', '3 cem 2', '5 dan 5']);
    expect(paid(result)).toEqual(['bea 1000', 'ada 500']);
    expect(result.endsAt).toBe(MONDAY + 72 * HOUR);
    expect(told(result)).toEqual([
      'started @0',
      'won-match 5 @24',
      'won-match 1 @48',
      'won-match 2 @48',
      'won-match 2 @72',
      'ended @72',
    ]);
  });

  it('has a match for the third place, where the rules say so', () => {
    const result = judge(
      bracket({ thirdPlace: true }),
      five,
      [...played, entry(8, 3, 60, 1)],
      AFTERWARDS,
    );
    expect(roundsOf(result).slice(2)).toEqual(['third-place: 5v3 3 score', 'final: 1v2 2 score']);
    expect(standing(result).slice(2)).toEqual(['3 cem 1', '4 eve 0', '5 dan 5']);
  });

  it('shows what is played, and pays nothing before the final', () => {
    const result = judge(bracket(), five, played, MONDAY + 30 * HOUR);
    expect(roundsOf(result)).toEqual([
      'quarter-final: 1v- 1 bye, 4v5 5 score, 2v- 2 bye, 3v- 3 bye',
      'semi-final: 1v5 ? ?, 2v3 ? ?',
      'final: nullv- ? ?',
    ]);
    expect(result).toMatchObject({ payouts: [], phase: 'running' });
    expect(result.standings.filter(({ status }) => status === 'in')).toHaveLength(4);
  });

  it('asks the tie-breaks before the seeds', () => {
    const rules: ContestRules = { ...bracket(), tieBreaks: [{ kind: 'first-to-reach' }] };
    expect(roundsOf(judge(rules, five, played, AFTERWARDS))[1]).toBe(
      'semi-final: 1v5 1 score, 2v3 3 tie-break',
    );
  });

  it('seeds by what was before', () => {
    const roster = {
      ...five,
      people: [10, 50, 30].map((deals, index) =>
        person(index + 1, `p${index}`, { before: { deals: [deals] } }),
      ),
    };
    expect(roundsOf(judge(bracket({ seeding: 'before' }), roster, [], AFTERWARDS))).toEqual([
      'semi-final: 2v- 2 bye, 3v1 3 seed',
      'final: 2v3 2 seed',
    ]);
  });

  it('goes on without who has left', () => {
    const roster = { ...five, people: [...five.people] };
    roster.people[0] = person(1, 'ada', { leftAt: MONDAY + 30 * HOUR });
    expect(roundsOf(judge(bracket(), roster, played, AFTERWARDS))[1]).toBe(
      'semi-final: 1v5 5 walkover, 2v3 2 seed',
    );
  });

  it('does not play again what was decided', () => {
    const late = entry(9, 4, 3, 99, { recordedAt: MONDAY + 49 * HOUR });
    expect(roundsOf(judge(bracket(), five, [...played, late], AFTERWARDS))[0]).toContain('4v5 5');
  });

  it('always ends, with one winner and everybody placed, however many there are', () => {
    const entries = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 0, max: 167 }),
        fc.integer({ min: -3, max: 9 }),
      ),
      { maxLength: 60 },
    );
    const size = fc.oneof(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 10, max: 70 }));
    fc.assert(
      fc.property(size, entries, fc.boolean(), (count, moves, thirdPlace) => {
        const roster = people(...Array.from({ length: count }, (_, index) => `p${index}`));
        const timeline = moves.map(([who, hour, deals], index) =>
          entry(index + 1, who, hour, deals),
        );
        const { standings, phase } = judge(bracket({ thirdPlace }), roster, timeline, AFTERWARDS);
        expect(phase).toBe('over');
        expect(standings.filter(({ rank }) => rank === 1)).toHaveLength(1);
        expect(new Set(standings.map(({ entrantId }) => entrantId)).size).toBe(count);
        expect(standings.every(({ rank }) => rank !== null)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has room for 512', () => {
    const roster = people(...Array.from({ length: 512 }, (_, index) => `p${index}`));
    const rules = bracket({ round: { count: 12, unit: 'hours' } });
    expect(standing(judge(rules, roster, [], AFTERWARDS))[0]).toBe('1 p0 0');
  });
});
