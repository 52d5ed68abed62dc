import { describe, expect, it } from 'vitest';
import type { PersonId, TeamId } from '../ids.js';
import { chooseScorecard } from './choose-scorecard.js';
import { scorecardNotes } from './scorecard-notes.js';

const card = (id: number, whom: { people?: number[]; jobTitles?: string[]; teams?: number[] }) => ({
  id,
  for: {
    people: (whom.people ?? []) as PersonId[],
    jobTitles: whom.jobTitles ?? [],
    teams: (whom.teams ?? []) as TeamId[],
  },
});
const ada = { id: 1 as PersonId, jobTitle: 'SDR', teamId: 3 as TeamId };

describe('somebody has one scorecard', () => {
  it.each([
    [
      'that names them',
      [card(1, { teams: [3] }), card(2, { jobTitles: ['SDR'] }), card(3, { people: [1] })],
      3,
    ],
    [
      'else the one for their job title',
      [card(1, { teams: [3] }), card(2, { jobTitles: [' sdr'] })],
      2,
    ],
    ['else the one for their team', [card(1, { teams: [4] }), card(2, { teams: [3] })], 2],
    ['the older of two alike', [card(9, { teams: [3] }), card(5, { teams: [3] })], 5],
    ['or none', [card(1, { people: [2] })], undefined],
  ])('%s', (_, scorecards, id) => {
    expect(chooseScorecard(ada, scorecards)?.id).toBe(id);
  });

  it('and who has neither title nor team has none by them', () => {
    const nobody = { id: 2 as PersonId, jobTitle: null, teamId: null };
    expect(chooseScorecard(nobody, [card(1, { teams: [3], jobTitles: [''] })])).toBeUndefined();
  });
});

describe('a scorecard', () => {
  const lines = (activities: number, outcomes: number) => [
    ...Array.from({ length: activities }, () => ({ part: 'activity' as const })),
    ...Array.from({ length: outcomes }, () => ({ part: 'outcome' as const })),
  ];

  it.each([
    [4, 3, 0],
    [5, 3, 1],
    [5, 4, 2],
    [3, 0, 1],
    [0, 2, 1],
  ])('of %d activities and %d outcomes is worth %d notes', (activities, outcomes, notes) => {
    expect(scorecardNotes(lines(activities, outcomes))).toHaveLength(notes);
  });
});
