import { describe, expect, it } from 'vitest';
import {
  AFTERWARDS,
  HOUR,
  MONDAY,
  RULES,
  entry,
  paid,
  people,
  prizes,
  standing,
  told,
} from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { ContestRules } from '../rules/contest-rules.js';
import { linesOfCard } from './bingo.js';

describe('a goal for all', () => {
  const goal: ContestRules = {
    ...RULES,
    format: { kind: 'epic-goal', target: 100, camps: [25, 50, 75] },
    prizes: [{ kind: 'finishers', prize: { amount: 2_000, item: null }, first: null }],
  };
  const three = people('ada', 'bea', 'cem');
  const given = [entry(1, 1, 1, 30), entry(2, 2, 2, 50), entry(3, 1, 3, 25)];

  it('is reached together, and pays everybody who gave something', () => {
    const result = judge(goal, three, given, AFTERWARDS);
    expect(result.detail).toEqual({ kind: 'epic-goal', total: 105, reachedAt: MONDAY + 3 * HOUR });
    expect(paid(result)).toEqual(['ada 2000', 'bea 2000']);
    expect(result.events.map(({ kind, at }) => [kind, (at - MONDAY) / HOUR])).toEqual([
      ['started', 0],
      ['reached-step', 1],
      ['reached-step', 2],
      ['reached-step', 2],
      ['finished', 3],
      ['ended', 168],
    ]);
  });

  it('is not reached as long as something of it is taken back', () => {
    const result = judge(goal, three, [...given, entry(4, 2, 2, -10)], AFTERWARDS);
    expect(paid(result)).toEqual([]);
    expect(result.standings[0]?.progress).toBe(0.95);
  });
});

describe('a bingo card', () => {
  const cell = (metric: string, atLeast = 1) => ({ metric, atLeast, title: metric });
  const bingo = (lines: number | null): ContestRules => ({
    ...RULES,
    format: {
      kind: 'bingo',
      cells: [cell('calls', 5), cell('mails'), cell('deals'), cell('demos')],
      lines,
    },
    prizes: [{ kind: 'finishers', prize: { amount: 1_000, item: null }, first: 1 }],
  });
  const does = (seq: number, who: number, metric: string, quantity = 1) =>
    entry(seq, who, seq, 0, { quantities: { [metric]: quantity } });
  const played = [
    does(1, 1, 'calls', 4),
    does(2, 2, 'calls', 5),
    does(3, 1, 'demos'),
    does(4, 1, 'calls'),
    does(5, 2, 'mails'),
  ];

  it('is won by who has a line first', () => {
    // 1 has the diagonal with the fourth entry, 2 the upper row with the fifth.
    const result = judge(bingo(1), people('ada', 'bea', 'cem'), played, AFTERWARDS);
    expect(standing(result)).toEqual(['1 ada 2', '2 bea 2', '3 cem 0']);
    expect(paid(result)).toEqual(['ada 1000']);
    expect(result.detail).toMatchObject({
      cards: [
        { entrantId: 1, done: [0, 3] },
        { entrantId: 2, done: [0, 1] },
        { entrantId: 3, done: [] },
      ],
    });
  });

  it('may have to be full', () => {
    const full = [...played, does(6, 2, 'deals'), does(7, 2, 'demos')];
    expect(paid(judge(bingo(null), people('ada', 'bea'), played, AFTERWARDS))).toEqual([]);
    expect(paid(judge(bingo(null), people('ada', 'bea'), full, AFTERWARDS))).toEqual(['bea 1000']);
  });

  it('has rows, columns and two diagonals', () => {
    expect(linesOfCard(9)).toHaveLength(8);
    expect(linesOfCard(9)[6]).toEqual([0, 4, 8]);
    expect(linesOfCard(9)[7]).toEqual([2, 4, 6]);
  });
});

describe('a relay', () => {
  const four = people('ada', 'bea', 'cem', 'dan');
  const [ada, bea, cem, dan] = four.people.map(({ personId }) => personId);
  const roster = {
    ...four,
    sides: [
      { sideId: 1, name: 'early', members: [ada!, bea!] },
      { sideId: 2, name: 'late', members: [cem!, dan!] },
    ],
  };
  const relay: ContestRules = {
    ...RULES,
    entrants: 'sides',
    format: { kind: 'relay', legs: [10, 20] },
    prizes: [{ kind: 'places', places: prizes(1_000) }],
  };

  it('counts what the runner does who has the baton', () => {
    const result = judge(
      relay,
      roster,
      [
        entry(1, 2, 1, 20), // bea has not the baton yet
        entry(2, 1, 2, 11),
        entry(3, 2, 3, 19),
        entry(4, 3, 3, 10),
        entry(5, 4, 4, 20),
        entry(6, 2, 5, 1),
      ],
      AFTERWARDS,
    );
    expect(standing(result)).toEqual(['1 late 30', '2 early 30']);
    expect(result.notCounted).toEqual([{ seq: 1, why: 'not-in-play' }]);
    expect(told(result)).toEqual([
      'started @0',
      'passed-baton 1 @2',
      'passed-baton 2 @3',
      'finished 2 @4',
      'finished 1 @5',
      'ended @168',
    ]);
    expect(paid(result)).toEqual(['late 1000']);
  });

  it('tells who runs', () => {
    const { detail } = judge(relay, roster, [entry(1, 1, 1, 12)], MONDAY + 2 * HOUR);
    expect(detail).toEqual({
      kind: 'relay',
      runners: [
        { entrantId: 1, leg: 1, personId: bea },
        { entrantId: 2, leg: 0, personId: cem },
      ],
    });
  });
});
