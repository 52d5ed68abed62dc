import { describe, expect, it } from 'vitest';
import { commitmentTo } from '../chance/draw.js';
import { RULES, local, prizes } from '../contest.fixture.js';
import type { ContestFormat } from '../rules/contest-format.js';
import type { ContestRules } from '../rules/contest-rules.js';
import type { PrizeRule } from '../rules/prize-rule.js';
import type { ContestWords } from './contest-words.js';
import { ordinal } from './contest-words.js';
import { rulesInWords } from './rules-in-words.js';

const words: ContestWords = {
  metric: (key) => key.charAt(0).toUpperCase() + key.slice(1),
  quantity: (key, quantity) => `${quantity / 1_000} ${key}`,
  money: (amount) => `€${amount / 100}`,
  moment: (moment) => moment.replace('T', ' '),
};
const told = (more: Partial<ContestRules>) => rulesInWords({ ...RULES, ...more }, words);

describe('the rules in words', () => {
  it('say all of a SPIFF in a few lines', () => {
    expect(
      told({
        gates: [{ metric: 'calls', atLeast: 20_000 }],
        tieBreaks: [{ kind: 'first-to-reach' }, { kind: 'more-of', metric: 'meetings' }],
        prizes: [{ kind: 'places', places: prizes(50_000, 30_000) }],
        afterEnd: 'claw-back',
      }),
    ).toEqual([
      'From 2026-11-23 00:00 until 2026-11-30 00:00, time in UTC.',
      'The most at the end is first.',
      'Deals counts.',
      'To win anything it takes at least 20 calls.',
      'The first place wins €500.',
      'The second place wins €300.',
      'Who shares a place shares the prizes of all places taken together.',
      'Level: who got there first, then who has more of Meetings. Still level, the place is shared.',
      'What happened in time and arrives within 1 day of the end still counts. Then the result stays. A prize for a deal that is taken back later is given back.',
    ]);
  });

  it.each<[ContestFormat, string]>([
    [{ kind: 'race', target: 50_000, winners: 1, ends: 'when-won' }, 'The first to 50 deals wins.'],
    [
      { kind: 'race', target: 50_000, winners: 3, ends: 'with-window' },
      'The first 3 to 50 deals win.',
    ],
    [
      { kind: 'duel', acceptBy: local('2026-11-23T12:00') },
      'It counts once it is accepted, by 2026-11-23 12:00 at the latest.',
    ],
    [
      {
        kind: 'bracket',
        round: { count: 1, unit: 'weeks' },
        seeding: 'before',
        thirdPlace: false,
      },
      'Knock-out. Each round is 1 week long and begins from nothing.',
    ],
    [
      { kind: 'elimination', cuts: [{ at: local('2026-11-25T17:00'), out: 2 }], fresh: true },
      '2026-11-25 17:00: the last 2 are out.',
    ],
    [{ kind: 'epic-goal', target: 9_000, camps: [] }, 'All together: 9 deals.'],
    [
      { kind: 'raffle', ticketPer: 5_000, mostTickets: 3, draws: 1, commitment: commitmentTo('x') },
      'A ticket for each full 5 deals, at most 3.',
    ],
    [
      { kind: 'streak', minimums: [{ metric: 'calls', atLeast: 5_000 }], freezes: 0 },
      'Working days in a row with at least 5 calls. The longest run wins.',
    ],
    [{ kind: 'relay', legs: [1_000, 2_000] }, '2 legs: 1 deals and 2 deals.'],
  ])('say of %j: %s', (format, line) => {
    expect(told({ format })).toContain(line);
  });

  it.each<[PrizeRule, string]>([
    [
      { kind: 'pot', pot: { kind: 'share', basisPoints: 500 }, weights: [50, 30, 20] },
      'The pot is 5 % of what everybody comes to. It is shared by place: 50 %, 30 % and 20 %.',
    ],
    [
      { kind: 'steps', steps: [{ at: 50_000, amount: 0, item: 'A trip' }], pays: 'highest' },
      'Whoever reaches 50 deals wins A trip.',
    ],
    [
      { kind: 'per-unit', amount: 500, per: 1_000, after: 10_000, most: 20_000 },
      '€5 for each full 1 deals beyond 10 deals, at most €200.',
    ],
    [
      { kind: 'finishers', prize: { amount: 2_000, item: null }, first: 3 },
      'The first 3 to do it win €20 each.',
    ],
  ])('say of %j: %s', (prize, line) => {
    expect(told({ prizes: [prize] })).toContain(line);
  });

  it('never shout, and end every line', () => {
    for (const line of told({ window: { ...RULES.window, until: null, zone: 'own' } })) {
      expect(line).toMatch(/^[^!]+\.$/);
    }
  });

  it.each([
    [1, 'first'],
    [8, '8th'],
    [12, '12th'],
    [21, '21st'],
    [103, '103rd'],
  ])('number place %d as %s', (place, text) => expect(ordinal(place)).toBe(text));
});
