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
import { judge } from '../judge.js';
import type { ContestRules } from '../rules/contest-rules.js';

const three = people('ada', 'bea', 'cem');
const spiff: ContestRules = {
  ...RULES,
  prizes: [{ kind: 'places', places: prizes(50_000, 30_000, 20_000) }],
};

describe('a contest by rank', () => {
  it('pays the places, and pools what those share who tie', () => {
    const timeline = [entry(1, 1, 1, 5), entry(2, 2, 2, 3), entry(3, 3, 3, 3)];
    const result = judge(spiff, three, timeline, AFTERWARDS);
    expect(standing(result)).toEqual(['1 ada 5', '2 bea 3', '2 cem 3']);
    expect(paid(result)).toEqual(['ada 50000', 'bea 25000', 'cem 25000']);
    expect(result.payouts[1]?.why).toEqual([
      {
        reason: { kind: 'shared-places', places: [2, 3], among: 2 },
        amount: 25_000,
        item: null,
      },
    ]);
    expect(result.phase).toBe('over');
  });

  it('pays nobody with nothing', () => {
    expect(paid(judge(spiff, three, [entry(1, 1, 1, 5)], AFTERWARDS))).toEqual(['ada 50000']);
    expect(paid(judge(spiff, three, [], AFTERWARDS))).toEqual([]);
  });

  it('breaks ties as published: who was there first', () => {
    // Alice's 20th deal on Friday at 16:00 beats Bob's at 16:30.
    const rules: ContestRules = { ...spiff, tieBreaks: [{ kind: 'first-to-reach' }] };
    const timeline = [
      entry(1, 2, 80, 19),
      entry(2, 1, 80, 19),
      entry(3, 1, 112, 1),
      entry(4, 2, 112.5, 1),
    ];
    expect(standing(judge(rules, three, timeline, AFTERWARDS))).toEqual([
      '1 ada 20',
      '2 bea 20',
      '3 cem 0',
    ]);
  });

  it.each([
    ['a second metric', { kind: 'more-of', metric: 'calls' } as const, 'bea'],
    ['the older last entry', { kind: 'earlier-last-entry' } as const, 'ada'],
  ])('breaks ties by %s', (_, tieBreak, first) => {
    const calls = (seq: number, who: number, hour: number, count: number) =>
      entry(seq, who, hour, 0, { quantities: { calls: count } });
    const timeline = [entry(1, 1, 1, 5), entry(2, 2, 1, 5), calls(3, 1, 3, 10), calls(4, 2, 4, 20)];
    const result = judge({ ...spiff, tieBreaks: [tieBreak] }, three, timeline, AFTERWARDS);
    expect(result.standings.slice(0, 2).map(({ name, rank }) => [name, rank])).toEqual([
      [first, 1],
      [first === 'ada' ? 'bea' : 'ada', 2],
    ]);
  });

  it('asks nothing after “share”', () => {
    const rules: ContestRules = {
      ...spiff,
      tieBreaks: [{ kind: 'share' }, { kind: 'first-to-reach' }],
    };
    const result = judge(rules, three, [entry(1, 1, 1, 5), entry(2, 2, 2, 5)], AFTERWARDS);
    expect(standing(result).slice(0, 2)).toEqual(['1 ada 5', '1 bea 5']);
  });

  it('counts from when a score is at least what it is, also after more was taken back', () => {
    const rules: ContestRules = { ...spiff, tieBreaks: [{ kind: 'first-to-reach' }] };
    const timeline = [entry(1, 1, 1, 5), entry(2, 1, 2, 3), entry(3, 2, 3, 5), entry(4, 1, 9, -3)];
    const result = judge(rules, three, timeline, AFTERWARDS);
    expect(standing(result)).toEqual(['1 ada 5', '2 bea 5', '3 cem 0']);
    expect(result.standings[0]?.reachedAt).toBe(MONDAY + HOUR);
  });

  it('puts who has not passed a gate below all who have', () => {
    const rules: ContestRules = { ...spiff, gates: [{ metric: 'calls', atLeast: 20_000 }] };
    const calls = (seq: number, who: number, count: number) =>
      entry(seq, who, seq, 0, { quantities: { calls: count } });
    const timeline = [
      entry(1, 1, 1, 9),
      entry(2, 2, 2, 1),
      calls(3, 2, 20_000),
      calls(4, 1, 19_000),
    ];
    const result = judge(rules, three, timeline, AFTERWARDS);
    expect(standing(result)).toEqual(['1 bea 1', '- ada 9', '- cem 0']);
    expect(result.standings[1]?.missing).toEqual([{ metric: 'calls', has: 19_000, needs: 20_000 }]);
    expect(paid(result)).toEqual(['bea 50000']);
  });

  it('pays a place only for enough', () => {
    // First with 400 points misses a prize that is reserved for 500.
    const [first, second] = prizes(100_000, 50_000);
    const rules: ContestRules = {
      ...spiff,
      prizes: [{ kind: 'places', places: [{ ...first!, atLeast: 500 }, second!] }],
    };
    const timeline = [entry(1, 1, 1, 400), entry(2, 2, 2, 300)];
    expect(paid(judge(rules, three, timeline, AFTERWARDS))).toEqual(['bea 50000']);
    // Level at the first place they share what it is enough for.
    expect(paid(judge(rules, three, [...timeline, entry(3, 2, 3, 100)], AFTERWARDS))).toEqual([
      'ada 25000',
      'bea 25000',
    ]);
  });

  it('does not divide a thing', () => {
    const [, second] = prizes(0, 10_000);
    const trip = { amount: 90_000, item: 'A weekend in Lisbon', atLeast: null };
    const rules: ContestRules = { ...spiff, prizes: [{ kind: 'places', places: [trip, second!] }] };
    const timeline = [entry(1, 2, 1, 5), entry(2, 1, 2, 5)];
    expect(paid(judge(rules, three, timeline, AFTERWARDS))).toEqual([
      'bea 5000 A weekend in Lisbon',
      'ada 5000',
    ]);
  });

  it('tells what happens as it happened, whenever it was heard of', () => {
    const timeline = [
      entry(1, 1, 1, 3),
      entry(2, 2, 5, 4),
      entry(3, 1, 6, 1),
      entry(4, 1, 7, 1),
      // Heard of on Friday: a deal of Monday that never was.
      entry(5, 2, 5, -4, { recordedAt: MONDAY + 100 * HOUR }),
    ];
    const rules: ContestRules = { ...RULES, prizes: [{ kind: 'places', places: prizes(100) }] };
    expect(told(judge(rules, three, timeline, MONDAY + 8 * HOUR))).toEqual([
      'started @0',
      'took-the-lead 1 @1',
      'entered-prizes 1 @1',
      'took-the-lead 2 @5',
      'entered-prizes 2 @5',
      'left-prizes 1 @5',
      'entered-prizes 1 @6',
      'took-the-lead 1 @7',
      'left-prizes 2 @7',
    ]);
    expect(told(judge(rules, three, timeline, AFTERWARDS))).toEqual([
      'started @0',
      'took-the-lead 1 @1',
      'entered-prizes 1 @1',
      'ended @168',
    ]);
  });

  it('tells what is next: how far to the next place that pays', () => {
    const timeline = [entry(1, 1, 1, 9), entry(2, 2, 2, 7), entry(3, 3, 3, 4)];
    const rules: ContestRules = { ...RULES, prizes: [{ kind: 'places', places: prizes(100) }] };
    const { standings } = judge(rules, three, timeline, MONDAY + 8 * HOUR);
    expect(standings.map(({ next, inPrizes }) => [next, inPrizes])).toEqual([
      [null, true],
      [{ kind: 'place', place: 1, away: 2 }, false],
      [{ kind: 'place', place: 1, away: 5 }, false],
    ]);
  });
});

describe('what counts', () => {
  const ends = MONDAY + 7 * 24 * HOUR;
  const why = (rules: ContestRules, entries: Parameters<typeof judge>[2], now = AFTERWARDS) =>
    judge(rules, three, entries, now).notCounted.map((one) => one.why);

  it('is what happened in the window and arrived in the grace', () => {
    const entries = [
      entry(1, 1, -1, 1),
      entry(2, 1, 168, 1),
      entry(3, 9, 5, 1),
      entry(4, 1, 167, 1, { recordedAt: ends + 24 * HOUR + 1 }),
      entry(5, 1, 167, 1, { recordedAt: ends + 24 * HOUR }),
      entry(6, 1, 9, 1, { held: true }),
    ];
    expect(why(RULES, entries)).toEqual([
      'outside-the-window',
      'outside-the-window',
      'not-on-the-roster',
      'arrived-after-the-grace',
      'held',
    ]);
    expect(why({ ...RULES, afterEnd: 'follow' }, entries)).not.toContain('arrived-after-the-grace');
    expect(judge(RULES, three, entries, AFTERWARDS).standings[0]).toMatchObject({
      score: 1,
      held: 1,
    });
  });

  it('is not what is not known yet', () => {
    const late = entry(1, 1, 5, 1, { recordedAt: MONDAY + 9 * HOUR });
    expect(judge(RULES, three, [late], MONDAY + 8 * HOUR).standings[0]?.score).toBe(0);
    expect(judge(RULES, three, [late], MONDAY + 9 * HOUR).standings[0]?.score).toBe(1);
  });

  it('begins and ends with who comes and goes', () => {
    const roster = {
      ...three,
      people: [person(1, 'ada', { joinedAt: MONDAY + 5 * HOUR, leftAt: MONDAY + 9 * HOUR })],
    };
    const entries = [entry(1, 1, 4, 1), entry(2, 1, 5, 10), entry(3, 1, 9, 100)];
    expect(judge(RULES, roster, entries, AFTERWARDS).standings[0]?.score).toBe(10);
  });

  it.each([
    ['before the start', 'before', -1],
    ['the start', 'running', 0],
    ['the end', 'settling', 168],
    ['the grace', 'settling', 191],
    ['the end of the grace', 'over', 192],
  ])('is told by phase: %s, %s', (_, phase, hour) => {
    expect(judge(RULES, three, [], MONDAY + hour * HOUR).phase).toBe(phase);
  });
});
