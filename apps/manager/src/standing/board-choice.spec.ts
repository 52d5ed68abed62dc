import { describe, expect, it } from 'vitest';
import { boardIdOf, choiceOf, periodText, type PeriodKind } from './board-choice.js';
import { stepPeriod } from './step-period.js';

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

describe('the period before and after', () => {
  it.each<[PeriodKind, string, string | null, string | null]>([
    ['day', '2026-03-01', '2026-02-28', '2026-03-02'],
    ['week', '2026-12-28', '2026-12-21', '2027-01-04'],
    ['month', '2026-01', '2025-12', '2026-02'],
    ['month', '2026-12', '2026-11', '2027-01'],
    ['quarter', '2026-Q1', '2025-Q4', '2026-Q2'],
    ['quarter', '2026-Q4', '2026-Q3', '2027-Q1'],
    ['year', '2026', '2025', '2027'],
    ['all', 'all', null, null],
  ])('of %s %s are %s and %s', (kind, key, before, after) => {
    expect([stepPeriod(kind, key, -1), stepPeriod(kind, key, 1)]).toEqual([before, after]);
  });
});
