import { describe, expect, it } from 'vitest';
import type { Metric } from '../metrics/metric.js';
import type { BusinessDate } from '../time/business-date.js';
import { boardIdOf, boardKeyOf, parseBoardId, resolveBoard } from './board.js';

const CALLS: Pick<Metric, 'formula'> = { formula: { kind: 'sum', terms: [] } };

describe("a board's id", () => {
  it.each([
    'revenue_won.month.reps',
    'calls.day@2026-11-20.reps.team-3',
    'deals_won.quarter@2026-Q4.teams',
    'revenue_won.all.reps',
    'calls.week@2026-11-16.reps',
  ])('%s is read and written alike', (id) => {
    const ref = parseBoardId(id);
    expect(ref && boardIdOf(ref)).toBe(id);
  });

  it.each([
    '',
    'revenue_won',
    'revenue_won.month',
    'revenue_won.fortnight.reps',
    'revenue_won.month.people',
    'revenue_won.month@2026-13.reps',
    'calls.week@2026-11-17.reps',
    'revenue_won.month.teams.team-3',
    'revenue_won.month.reps.team-0',
    'Revenue.month.reps',
    '../etc.month.reps',
    'a.month.reps\n',
  ])('%j is none', (id) => expect(parseBoardId(id)).toBeUndefined());

  it('without a period follows the calendar', () => {
    const ref = parseBoardId('calls.week.reps');
    const key = (today: string) =>
      ref && boardKeyOf(resolveBoard(ref, today as BusinessDate, CALLS));
    expect(key('2026-11-22')).toBe('calls.week@2026-11-16.reps');
    expect(key('2026-11-23')).toBe('calls.week@2026-11-23.reps');
  });
});
