import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentTo } from './chance/draw.js';
import {
  HOUR,
  MONDAY,
  RULES,
  at,
  entry,
  local,
  people,
  person,
  prizes,
} from './contest.fixture.js';
import { judge } from './judge.js';
import type { Roster } from './roster.js';
import type { ContestFormat } from './rules/contest-format.js';
import type { ContestRules } from './rules/contest-rules.js';
import type { TimelineEntry } from './timeline-entry.js';

const cell = (atLeast: number) => ({ metric: 'deals', atLeast, title: `${atLeast}` });
const days = (count: number) => ({ count, unit: 'days' }) as const;
const FORMATS: readonly ContestFormat[] = [
  { kind: 'rank' },
  { kind: 'race', target: 8, winners: 2, ends: 'when-won' },
  { kind: 'race', target: 8, winners: 2, ends: 'with-window' },
  { kind: 'duel', acceptBy: null },
  { kind: 'bracket', round: days(2), seeding: 'roster', thirdPlace: true },
  {
    kind: 'league',
    game: days(1),
    games: 3,
    playOffs: 2,
    points: { win: 3, draw: 1, loss: 0 },
  },
  { kind: 'king-of-the-hill' },
  { kind: 'elimination', cuts: [{ at: local('2026-11-25T12:00'), out: 2 }], fresh: true },
  { kind: 'epic-goal', target: 40, camps: [50] },
  { kind: 'raffle', ticketPer: 2, mostTickets: 9, draws: 2, commitment: commitmentTo('bell') },
  { kind: 'streak', minimums: [{ metric: 'deals', atLeast: 2 }], freezes: 1 },
  { kind: 'bingo', cells: [cell(1), cell(3), cell(6), cell(9)], lines: 1 },
  { kind: 'relay', legs: [4, 9] },
];
const roster: Roster = { ...people('ada', 'bea', 'cem', 'dan', 'eve'), seed: 'bell' };
const rulesOf = (format: ContestFormat): ContestRules => ({
  ...RULES,
  format,
  tieBreaks: [{ kind: 'first-to-reach' }],
  prizes: [
    { kind: 'places', places: prizes(1_000, 500, 250) },
    { kind: 'pot', pot: { kind: 'sum', amount: 777 }, weights: [2, 1] },
    { kind: 'steps', steps: [{ at: 3, amount: 10, item: null }], pays: 'each' },
  ],
});
/** Up to ten days, what is heard of at once or up to four days later. */
const timelines: fc.Arbitrary<readonly TimelineEntry[]> = fc
  .array(
    fc.record({
      who: fc.integer({ min: 1, max: 6 }),
      hour: fc.integer({ min: -5, max: 180 }),
      late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 96 })),
      deals: fc.integer({ min: -2, max: 5 }),
      held: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 30 },
  )
  .map((moves) =>
    moves.map(({ who, hour, late, deals, held }, index) =>
      entry(index + 1, who, hour, deals, {
        recordedAt: MONDAY + (hour + late) * HOUR,
        held: held === 0,
      }),
    ),
  );
const RUNS = { numRuns: 20 };

describe.each(FORMATS.map((format) => [format.kind, rulesOf(format)] as const))(
  '%s',
  (_, rules) => {
    it('is the same in whatever order it is heard of', () => {
      const shuffled = timelines.chain((timeline) =>
        fc.tuple(
          fc.constant(timeline),
          fc.shuffledSubarray([...timeline], { minLength: timeline.length }),
        ),
      );
      fc.assert(
        fc.property(shuffled, ([timeline, other]) => {
          const now = MONDAY + 300 * HOUR;
          expect(judge(rules, roster, other, now)).toEqual(judge(rules, roster, timeline, now));
        }),
        RUNS,
      );
    });

    it('said then what it says now of then', () => {
      fc.assert(
        fc.property(timelines, fc.integer({ min: 0, max: 300 }), (timeline, hour) => {
          const then = MONDAY + hour * HOUR;
          const known = timeline.filter(({ recordedAt }) => recordedAt <= then);
          expect(judge(rules, roster, timeline, then)).toEqual(judge(rules, roster, known, then));
        }),
        RUNS,
      );
    });

    it('has everybody once, tells events in their order, and survives being written down', () => {
      fc.assert(
        fc.property(timelines, fc.integer({ min: -5, max: 300 }), (timeline, hour) => {
          const stored = JSON.parse(JSON.stringify([rules, roster, timeline])) as [
            ContestRules,
            Roster,
            TimelineEntry[],
          ];
          const result = judge(...stored, MONDAY + hour * HOUR);
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          const told = result.standings.map(({ entrantId }) => entrantId);
          expect(told.toSorted((a, b) => a - b)).toEqual(
            rules.format.kind === 'relay' ? told.toSorted((a, b) => a - b) : [1, 2, 3, 4, 5],
          );
          const moments = result.events.map((event) => event.at);
          expect(moments).toEqual(moments.toSorted((a, b) => a - b));
          for (const { amount, why } of result.payouts) {
            expect(why.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
          }
        }),
        RUNS,
      );
    });
  },
);

describe('a window', () => {
  const score = (rules: ContestRules, who: Roster, moments: readonly string[]) =>
    judge(
      rules,
      who,
      moments.map((text, index) =>
        entry(index + 1, 1, 0, 1, { at: at(text), recordedAt: at(text) }),
      ),
      at('2027-01-01T00:00'),
    ).standings.find(({ entrantId }) => entrantId === 1)?.score;
  const from = (zone: string, day: string, until: string): ContestRules => ({
    ...RULES,
    window: { from: local(day), until: local(until), zone },
  });

  it.each([
    // Lisbon's day of 25 hours: it begins at 23:00 in UTC and ends at 00:00.
    [
      'Europe/Lisbon',
      '2026-10-25T00:00',
      '2026-10-26T00:00',
      ['2026-10-24T22:59', '2026-10-24T23:00', '2026-10-25T23:59', '2026-10-26T00:00'],
      2,
    ],
    // New York's day of 23 hours: from 05:00 to 04:00.
    [
      'America/New_York',
      '2026-03-08T00:00',
      '2026-03-09T00:00',
      ['2026-03-08T04:59', '2026-03-08T05:00', '2026-03-09T03:59', '2026-03-09T04:00'],
      2,
    ],
    // A power hour that the clocks leave out lasts no longer than they show.
    [
      'America/New_York',
      '2026-03-08T01:30',
      '2026-03-08T03:30',
      ['2026-03-08T06:30', '2026-03-08T07:29', '2026-03-08T07:30'],
      2,
    ],
    // Half an hour off the hour.
    [
      'Asia/Kolkata',
      '2026-11-23T09:00',
      '2026-11-23T17:00',
      ['2026-11-23T03:29', '2026-11-23T03:30', '2026-11-23T11:30'],
      1,
    ],
  ])('is that of clocks in %s, from %s to %s', (zone, start, end, moments, count) => {
    expect(score(from(zone, start, end), people('ada'), moments)).toBe(count);
  });

  it('may be everybody’s own', () => {
    const own = from('own', '2026-11-23T09:00', '2026-11-23T17:00');
    const moments = ['2026-11-23T01:00', '2026-11-23T10:00', '2026-11-23T20:00'];
    const in_ = (timeZone: string) => ({ ...people(), people: [person(1, 'ada', { timeZone })] });
    expect(score(own, in_('Asia/Tokyo'), moments)).toBe(1);
    expect(score(own, in_('Europe/Dublin'), moments)).toBe(1);
    expect(score(own, in_('America/Chicago'), moments)).toBe(1);
    const both: Roster = {
      ...people(),
      people: [
        person(1, 'ada', { timeZone: 'Asia/Tokyo' }),
        person(2, 'bea', { timeZone: 'America/Chicago' }),
      ],
    };
    const result = judge(own, both, [], at('2026-11-23T20:00'));
    expect(result).toMatchObject({
      phase: 'running',
      startsAt: at('2026-11-23T00:00'),
      endsAt: at('2026-11-23T23:00'),
    });
  });

  it('has what happened on a day without a time if it has any part of the day', () => {
    const rules = from('America/New_York', '2026-11-23T09:00', '2026-11-24T09:00');
    const on = (day: string) =>
      entry(1, 1, 0, 1, { day: day as NonNullable<TimelineEntry['day']>, at: at(`${day}T00:00`) });
    const counts = (day: string) =>
      judge(rules, people('ada'), [on(day)], at('2026-12-01T00:00')).standings[0]?.score;
    expect(['22', '23', '24', '25'].map((date) => counts(`2026-11-${date}`))).toEqual([0, 1, 1, 0]);
  });
});
