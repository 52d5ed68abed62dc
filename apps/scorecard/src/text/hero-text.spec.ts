import type { BoardHeading } from '@bellwether/contracts';
import type { PlacedRow } from '@bellwether/ui';
import { describe, expect, it } from 'vitest';
import type { OwnStanding } from '../score/own-standing.js';
import { heroText } from './hero-text.js';

const money = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;
const heading: BoardHeading = {
  boardId: 'revenue_won.month.reps',
  title: 'Closed-won revenue',
  metric: 'revenue_won',
  unit: money,
  direction: 'higher',
  period: {
    kind: 'month',
    key: '2026-11',
    before: '2026-10',
    after: '2026-12',
    label: 'November',
    startsOn: null,
    endsOn: null,
  },
  competitors: 'reps',
  team: null,
  timeZone: 'UTC',
};
const row = (rank: number, score: number, more: Partial<PlacedRow> = {}): PlacedRow => ({
  id: rank,
  name: `Bea ${rank} Benmoussa`,
  shortName: `Bea ${rank}`,
  photoUrl: null,
  team: null,
  rank,
  tied: false,
  score: score * 100,
  parts: null,
  reachedAt: rank,
  gap: null,
  rankAtDayStart: null,
  ...more,
});
const standing = (more: Partial<OwnStanding>): OwnStanding => ({
  unplaced: null,
  heading,
  row: null,
  leader: row(1, 90_000),
  ahead: [],
  behind: [],
  next: null,
  ranked: 12,
  roster: 40,
  ...more,
});
const own = (rank: number, score: number, more: Partial<PlacedRow> = {}) =>
  row(rank, score, { id: 77, name: 'Own', ...more });

describe('heroText', () => {
  it.each<[string, Partial<OwnStanding>, string, string]>([
    [
      'the next place, in money',
      { row: own(6, 60_000, { gap: 840_000 }), next: row(5, 68_400) },
      '€8,400 to 5th place',
      'Bea 5 Benmoussa is there with €68,400',
    ],
    [
      'the bell',
      { row: own(2, 60_000, { gap: 1 }), next: row(1, 60_000.01) },
      '€0.01 to the bell',
      'Bea 1 Benmoussa is there with €60,000',
    ],
    [
      'a shared place',
      { row: own(6, 60_000, { gap: 840_000, tied: true }), next: row(5, 68_400) },
      '€8,400 to 5th place',
      'You share 6th place. Bea 5 Benmoussa is there with €68,400',
    ],
    [
      'a next place that is out of sight',
      { row: own(90, 10, { gap: 500 }) },
      '€5 to the next place',
      '',
    ],
    [
      'in the lead',
      { row: own(1, 60_000), leader: own(1, 60_000), behind: [row(2, 50_000)] },
      'You wear the bell, €10,000 ahead',
      'Bea 2 Benmoussa is next with €50,000',
    ],
    [
      'alone on the board',
      { row: own(1, 10), leader: own(1, 10) },
      'You wear the bell',
      'Nobody else has a number yet',
    ],
    [
      'level at the top and first there',
      { row: own(1, 10), leader: own(1, 10), behind: [row(1, 10)] },
      'You wear the bell, level with Bea 1',
      'You got there first',
    ],
    [
      'level at the top and second there',
      { row: own(1, 10, { tied: true }), leader: row(1, 10) },
      'Level with Bea 1 at the top',
      'Bea 1 Benmoussa got there first and wears the bell',
    ],
    ['nothing yet', {}, 'Nothing counted yet this month', 'Your first entry puts you on the board'],
    [
      'nobody has anything yet',
      { leader: null, ranked: 0 },
      'Nothing counted yet this month',
      'Nobody has a number yet. The bell hangs free',
    ],
  ])('%s', (_, facts, title, sub) => {
    expect(heroText(standing(facts), 'month', 'en-IE')).toEqual({ title, sub });
  });
});

describe('heroText of a rate', () => {
  const least = { shown: 5, ranked: 20, one: 'deal', many: 'deals', isByBound: true };
  const rate = { ...heading, unit: { kind: 'ratio' } as const, least };

  it('says how many are missing to a place', () => {
    const unplaced = { ...row(1, 0), rank: null, score: null, short: { has: 3, needs: 5 } };
    const { title, sub } = heroText(
      standing({ heading: rate, row: null, unplaced }),
      'month',
      'en-IE',
    );
    expect(title).toBe('17 deals more to a place');
    expect(sub).toBe('3 of 20 deals so far. Fewer say too little to compare');
  });

  it('tells no distance where a bound orders', () => {
    const behind = [{ ...row(2, 0), score: 0.7 }];
    const own = { ...row(1, 0), score: 0.6 };
    const told = heroText(
      standing({ heading: rate, row: own, leader: own, behind }),
      'month',
      'en-IE',
    );
    expect(told.title).toBe('You wear the bell');
    expect(told.sub).toBe('Bea 2 Benmoussa is next with 70.0%');
  });
});
