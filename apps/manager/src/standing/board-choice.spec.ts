import { describe, expect, it } from 'vitest';
import { boardIdOf, choiceOf, periodText } from './board-choice.js';

describe('a board', () => {
  it.each([
    'revenue_won.month.reps',
    'calls.day@2026-11-20.reps.team-3',
    'deals_won.quarter@2026-Q4.teams',
    'activity_points.all.reps',
  ])('%s is found again by its id', (id) => {
    const choice = choiceOf(id);
    expect(choice && boardIdOf(choice)).toBe(id);
  });

  it.each(['', 'revenue', 'revenue.month', 'revenue.fortnight.reps', 'a.day.reps.team-0'])(
    '%j is none',
    (id) => expect(choiceOf(id)).toBeNull(),
  );

  it('asks the ledger for the same period', () => {
    expect(periodText({ period: 'month', key: null })).toBe('month');
    expect(periodText({ period: 'month', key: '2026-10' })).toBe('month@2026-10');
  });
});
