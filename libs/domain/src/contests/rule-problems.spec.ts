import { describe, expect, it } from 'vitest';
import { commitmentTo } from './chance/draw.js';
import { RULES, local } from './contest.fixture.js';
import { ruleProblems } from './rule-problems.js';
import type { ContestRules } from './rules/contest-rules.js';
import type { ScoreLine, Worth } from './rules/score-rule.js';

const line = (metric: string, worth: Worth = { kind: 'value' }): ScoreLine => ({
  metric,
  worth,
  most: null,
});
const scored = (...lines: readonly ScoreLine[]) => ({ score: { ...RULES.score, lines } });
const points: Worth = { kind: 'points', points: 1_000, per: 1_000, whole: false };
const day = { count: 1, unit: 'days' } as const;

describe('rules', () => {
  it.each<[string, Partial<ContestRules>, number]>([
    ['rank by one metric', {}, 1],
    ['rank by points of two', scored(line('calls', points), line('deals', points)), 5],
    [
      'a share of a target beside an improvement',
      scored(
        line('calls', { kind: 'target', weight: 50 }),
        line('deals', { kind: 'improvement', weight: 50, floor: 1_000 }),
      ),
      5,
    ],
    [
      'a race without an end',
      {
        format: { kind: 'race', target: 5, winners: 1, ends: 'when-won' },
        window: { ...RULES.window, until: null },
      },
      5,
    ],
    [
      'a raffle',
      {
        format: {
          kind: 'raffle',
          ticketPer: 1,
          mostTickets: null,
          draws: 1,
          commitment: commitmentTo('seed'),
        },
      },
      5,
    ],
  ])('can be played: %s', (_, more, entrants) => {
    expect(ruleProblems({ ...RULES, ...more }, entrants)).toEqual([]);
  });

  it.each<[Partial<ContestRules>, number, string]>([
    [scored(), 5, 'Choose at least one metric.'],
    [
      scored(...Array.from({ length: 21 }, (_, index) => line(`m${index}`))),
      5,
      'A score has at most 20 metrics.',
    ],
    [scored(line('deals'), line('deals')), 5, 'A metric counts once.'],
    [
      scored(line('deals'), line('calls', points)),
      5,
      'Values, points and percent do not add up to one score.',
    ],
    [{ format: { kind: 'duel', acceptBy: null } }, 3, 'A duel is one against one.'],
    [
      { format: { kind: 'bracket', round: day, seeding: 'roster', thirdPlace: false } },
      513,
      'A bracket has room for 512.',
    ],
    [
      { format: { kind: 'bracket', round: day, seeding: 'roster', thirdPlace: false } },
      1,
      'It takes at least 2 to play this.',
    ],
    [
      {
        format: {
          kind: 'elimination',
          cuts: [{ at: local('2026-12-24T00:00'), out: 1 }],
          fresh: false,
        },
      },
      5,
      'Cuts are between the start and the end.',
    ],
    [
      {
        format: {
          kind: 'elimination',
          cuts: [{ at: local('2026-11-24T00:00'), out: 5 }],
          fresh: false,
        },
      },
      5,
      'Somebody has to be left after the last cut.',
    ],
    [{ format: { kind: 'relay', legs: [1] } }, 5, 'A relay is run by teams or sides.'],
    [
      { window: { ...RULES.window, until: null } },
      5,
      'Only a race that ends with its winner needs no end.',
    ],
    [{ window: { ...RULES.window, until: RULES.window.from } }, 5, 'The end is after the start.'],
    [
      { prizes: [{ kind: 'honour', honour: 'mvp', prize: { amount: 1, item: null } }] },
      5,
      'Only a league has honours.',
    ],
  ])('cannot be played: %#', (more, entrants, reason) => {
    const problems = ruleProblems({ ...RULES, ...more }, entrants);
    expect(problems.map((problem) => problem.reason)).toContain(reason);
  });
});
