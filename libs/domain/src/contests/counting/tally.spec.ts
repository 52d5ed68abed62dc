import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../time/business-date.js';
import { commitmentTo } from '../chance/draw.js';
import {
  AFTERWARDS,
  MONDAY,
  RULES,
  entry,
  paid,
  people,
  person,
  prizes,
  standing,
  team,
} from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { Roster } from '../roster.js';
import type { ContestRules } from '../rules/contest-rules.js';
import type { GroupScore } from '../rules/score-rule.js';

const day = (text: string) => text as BusinessDate;
const inTeam = (id: number, from = '2026-01-01', until: string | null = null) => ({
  teamId: team(id),
  from: day(from),
  until: until === null ? null : day(until),
});
const roster: Roster = {
  people: [
    person(1, 'ada', { memberships: [inTeam(10)] }),
    person(2, 'bea', { memberships: [inTeam(10)] }),
    person(3, 'cem', { memberships: [inTeam(10)] }),
    person(4, 'dan', { memberships: [inTeam(20)] }),
    person(5, 'eve', { memberships: [inTeam(20)] }),
  ],
  teams: [
    { teamId: team(10), name: 'north' },
    { teamId: team(20), name: 'south' },
  ],
  sides: [],
  seed: null,
};
const teams = (group: GroupScore): ContestRules => ({
  ...RULES,
  entrants: 'teams',
  score: { ...RULES.score, group },
});
const sold = (seq: number, who: number, deals: number, of: number) =>
  entry(seq, who, seq, deals, { teamId: team(of) });
const week = [sold(1, 1, 6, 10), sold(2, 2, 5, 10), sold(3, 4, 4, 20), sold(4, 5, 5, 20)];

describe('a team', () => {
  it.each<[string, GroupScore, readonly string[]]>([
    ['all together', { kind: 'sum' }, ['1 north 11', '2 south 9']],
    [
      'for each head, whoever did nothing among them',
      { kind: 'average' },
      ['1 south 4.5', '2 north 3.6666666666667'],
    ],
    ['its best', { kind: 'best', count: 1 }, ['1 north 6', '2 south 5']],
    ['its best two', { kind: 'best', count: 2 }, ['1 north 11', '2 south 9']],
  ])('comes to: %s', (_, group, expected) => {
    expect(standing(judge(teams(group), roster, week, AFTERWARDS))).toEqual(expected);
  });

  it('has what somebody did while they were in it', () => {
    const moved = [...week, sold(5, 1, 3, 20)];
    expect(standing(judge(teams({ kind: 'sum' }), roster, moved, AFTERWARDS))).toEqual([
      '1 south 12',
      '2 north 11',
    ]);
  });

  it('has as many heads as are there on a day: who moves or is away counts for their days', () => {
    const [ada, bea, cem, ...south] = roster.people;
    const away = { kind: 'sick', from: day('2026-11-23'), until: day('2026-11-29') } as const;
    const changed: Roster = {
      ...roster,
      people: [
        // Six days of seven.
        { ...ada!, memberships: [inTeam(10, '2026-11-24')] },
        bea!,
        { ...cem!, calendar: { workingDays: null, absences: [away] } },
        ...south,
      ],
    };
    const [first] = judge(teams({ kind: 'average' }), changed, week, AFTERWARDS).standings;
    expect(first).toMatchObject({ name: 'north', score: 5.9230769230769 });
  });

  it('may exist for one contest only', () => {
    const sides: Roster = {
      ...roster,
      sides: [
        {
          sideId: 1,
          name: 'early birds',
          members: [roster.people[0]!.personId, roster.people[3]!.personId],
        },
        { sideId: 2, name: 'night owls', members: [roster.people[1]!.personId] },
      ],
    };
    const rules: ContestRules = {
      ...RULES,
      entrants: 'sides',
      prizes: [{ kind: 'places', places: prizes(1_000) }],
    };
    const result = judge(rules, sides, week, AFTERWARDS);
    expect(standing(result)).toEqual(['1 early birds 10', '2 night owls 5']);
    expect(paid(result)).toEqual(['early birds 1000']);
    expect(result.notCounted).toEqual([{ seq: 4, why: 'not-on-the-roster' }]);
  });
});

describe('a mystery multiplier', () => {
  const seed = 'the winter of our discontent';
  const multiplier = {
    commitment: commitmentTo(seed),
    factors: [
      { times: 1_000, weight: 3 },
      { times: 3_000, weight: 1 },
    ],
    most: 5_000,
  };
  const rules: ContestRules = { ...RULES, score: { ...RULES.score, multiplier } };
  const drawn = people('ada');
  const sales = Array.from({ length: 40 }, (_, index) => entry(index + 1, 1, index, 100));

  it('adds by chance, and no more than its cap', () => {
    const scores = sales.map(
      (_, count) =>
        judge(rules, { ...drawn, seed }, sales.slice(0, count + 1), AFTERWARDS).standings[0]!
          .score -
        (count + 1) * 100,
    );
    expect(scores[0]).toBeGreaterThanOrEqual(0);
    expect(scores.at(-1)).toBeGreaterThan(0);
    expect(scores.every((extra, index) => extra >= (scores[index - 1] ?? 0))).toBe(true);
    const capped = {
      ...rules,
      score: { ...rules.score, multiplier: { ...multiplier, most: 150 } },
    };
    expect(judge(capped, { ...drawn, seed }, sales, AFTERWARDS).standings[0]?.score).toBe(4_150);
  });

  it('takes back what it gave', () => {
    const back = sales.map((one) =>
      entry(one.seq + 100, 1, 0, -100, { at: one.at, recordedAt: MONDAY + 1 }),
    );
    const result = judge(rules, { ...drawn, seed }, [...sales, ...back], AFTERWARDS);
    expect(result.standings[0]?.score).toBe(0);
  });

  it('does nothing before the seed is there', () => {
    expect(judge(rules, drawn, sales, AFTERWARDS).standings[0]?.score).toBe(4_000);
  });
});
