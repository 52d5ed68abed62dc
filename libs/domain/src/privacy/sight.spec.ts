import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId, TeamId } from '../ids.js';
import type { Privacy } from './privacy.js';
import { AUDIENCES, DEFAULT_PRIVACY, DETAILS } from './privacy.js';
import type { LineSeen } from './sight.js';
import { detailFor, mayExplain, mayOpen, maySeeLine, ownLine } from './sight.js';
import type { Viewer } from './viewer.js';

const NORTH = 1 as TeamId;
const SOUTH = 2 as TeamId;
const ADA = 10 as PersonId;

const nobody = { personId: null, teamId: null, manages: [] };
const owner: Viewer = { ...nobody, kind: 'runner' };
const north: Viewer = { ...nobody, kind: 'manager', manages: [NORTH] };
const ada: Viewer = { kind: 'rep', personId: ADA, teamId: NORTH, manages: [] };
const wall: Viewer = { ...nobody, kind: 'onlooker' };
const WHO = { owner, north, ada, wall };

const everybody = { competitors: 'reps', teamId: null } as const;
const open: Privacy = { audience: 'everyone', shows: 'value', places: null };
const line = (id: number, teamId: TeamId, rank = 1, fromOwn: number | null = null): LineSeen => ({
  id,
  teamId,
  rank,
  fromOwn,
  position: rank - 1,
});

describe('whom a board is for', () => {
  it.each<[Privacy['audience'], (keyof typeof WHO)[]]>([
    ['everyone', ['owner', 'north', 'ada', 'wall']],
    ['team', ['owner', 'north', 'ada']],
    ['managers', ['owner', 'north']],
    ['person', ['ada']],
  ])('for %s: %o', (audience, those) => {
    const may = (Object.keys(WHO) as (keyof typeof WHO)[]).filter((who) =>
      mayOpen({ ...open, audience }, WHO[who], everybody),
    );
    expect(may).toEqual(those);
  });

  it('is not another team, nor teams as such where people keep their numbers to themselves', () => {
    const south = { competitors: 'reps', teamId: SOUTH } as const;
    const teams = { competitors: 'teams', teamId: null } as const;
    expect(mayOpen({ ...open, audience: 'team' }, ada, south)).toBe(false);
    expect(mayOpen({ ...open, audience: 'team' }, north, south)).toBe(false);
    expect(mayOpen({ ...open, audience: 'person' }, ada, teams)).toBe(false);
  });
});

describe('whose line is seen', () => {
  const cases: [string, Privacy, Viewer, LineSeen, boolean][] = [
    ['a wall lists the first', DEFAULT_PRIVACY, wall, line(11, SOUTH, 12), true],
    ['a wall lists none further down', DEFAULT_PRIVACY, wall, line(11, SOUTH, 13), false],
    ['one sees oneself anywhere', DEFAULT_PRIVACY, ada, line(ADA, NORTH, 400, 0), true],
    ['one sees the neighbours', DEFAULT_PRIVACY, ada, line(11, SOUTH, 402, 2), true],
    ['and not theirs', DEFAULT_PRIVACY, ada, line(11, SOUTH, 403, 3), false],
    ['a manager sees all', DEFAULT_PRIVACY, north, line(11, SOUTH, 400), true],
    ['of their teams', { ...open, audience: 'managers' }, north, line(11, NORTH), true],
    ['and no others', { ...open, audience: 'managers' }, north, line(11, SOUTH), false],
    ['a team sees itself', { ...open, audience: 'team' }, ada, line(11, NORTH), true],
    ['and no other', { ...open, audience: 'team' }, ada, line(11, SOUTH), false],
    ['what is private is one’s own', { ...open, audience: 'person' }, ada, line(ADA, NORTH), true],
    ['and nobody else’s', { ...open, audience: 'person' }, owner, line(ADA, NORTH), false],
  ];
  it.each(cases)('%s', (_, privacy, viewer, seen, expected) => {
    expect(maySeeLine(privacy, viewer, everybody, seen)).toBe(expected);
  });
});

it('tells values to those who manage, and to others what was chosen', () => {
  const ranks: Privacy = { ...open, shows: 'rank' };
  expect([owner, north, ada, wall].map((viewer) => detailFor(ranks, viewer))).toEqual([
    'value',
    'value',
    'rank',
    'rank',
  ]);
});

describe('whose number is explained', () => {
  const own = { id: ADA, teamId: NORTH };
  const other = { id: 11, teamId: SOUTH };
  const cases: [string, Privacy, Viewer, typeof own | typeof other, boolean][] = [
    ['one’s own', open, ada, own, true],
    ['one’s own, kept private', { ...open, audience: 'person' }, ada, own, true],
    ['nobody’s, kept private', { ...open, audience: 'person' }, owner, own, false],
    ['not even one’s own, for managers only', { ...open, audience: 'managers' }, ada, own, false],
    ['those of other teams, when all may see', open, north, other, true],
    ['not theirs, when only places are told', { ...open, shows: 'rank' }, north, other, false],
    ['those of one’s teams, always', { ...open, audience: 'managers' }, north, own, true],
  ];
  it.each(cases)('%s', (_, privacy, viewer, person, expected) => {
    expect(mayExplain(privacy, viewer, person)).toBe(expected);
  });
});

describe('whatever is set', () => {
  const privacies = fc.record({
    audience: fc.constantFrom(...AUDIENCES),
    shows: fc.constantFrom(...DETAILS),
    places: fc.option(fc.integer({ min: 1, max: 50 })),
  });
  const teams = fc.constantFrom(NORTH, SOUTH);
  const viewers: fc.Arbitrary<Viewer> = fc.record({
    kind: fc.constantFrom('runner', 'manager', 'rep', 'onlooker'),
    personId: fc.option(fc.constantFrom(ADA, 11 as PersonId)),
    teamId: fc.option(teams),
    manages: fc.array(teams, { maxLength: 2 }),
  });
  const lines = fc.record({
    id: fc.constantFrom<number>(ADA, 11, 12),
    teamId: fc.option(teams),
    rank: fc.integer({ min: 1, max: 100 }),
    position: fc.nat({ max: 100 }),
    fromOwn: fc.option(fc.nat({ max: 100 })),
  });

  it('who may open a board of people finds their own line on it', () => {
    fc.assert(
      fc.property(privacies, viewers, lines, (privacy, viewer, seen) => {
        fc.pre(mayOpen(privacy, viewer, everybody));
        const own = ownLine(viewer, everybody);
        fc.pre(own !== null);
        expect(maySeeLine(privacy, viewer, everybody, { ...seen, id: own as number })).toBe(true);
      }),
    );
  });

  it('who manages nobody and stands nowhere near is told of the listed places only', () => {
    fc.assert(
      fc.property(privacies, viewers, lines, (privacy, viewer, seen) => {
        fc.pre(viewer.kind === 'rep' || viewer.kind === 'onlooker');
        fc.pre(seen.id !== viewer.personId && (seen.fromOwn ?? 100) > 2);
        fc.pre(privacy.places !== null && seen.rank > (privacy.places ?? 0));
        expect(maySeeLine(privacy, viewer, everybody, seen)).toBe(false);
      }),
    );
  });
});

describe('who has no place', () => {
  const privacy = { audience: 'everyone', shows: 'value', places: 3 } as const;
  const board = { competitors: 'reps', teamId: null } as const;
  const onlooker = { kind: 'onlooker', personId: null, teamId: null, manages: [] } as const;

  it.each([
    [0, true],
    [2, true],
    [3, false],
  ])('is listed at position %i as far as there is room: %s', (position, isSeen) => {
    const unplaced = { ...line(1, 1 as TeamId), rank: null, position };
    expect(maySeeLine(privacy, onlooker, board, unplaced)).toBe(isSeen);
  });
});
