import { describe, expect, it } from 'vitest';
import type { Metric } from '../metrics/metric.js';
import type { BusinessDate } from '../time/business-date.js';
import type { FiscalCalendar } from '../time/fiscal-calendar.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';
import type { Board } from './board.js';
import { boardIdOf, boardKeyOf, parseBoardId, parseBoardKey, resolveBoard } from './board.js';

const CALLS: Pick<Metric, 'formula'> = { formula: { kind: 'sum', terms: [] } };

const APRIL: FiscalCalendar = { startMonth: 4, pattern: 'months', weekStartsOn: 1 };
const SHOPS: FiscalCalendar = { startMonth: 2, pattern: '4-5-4', weekStartsOn: 7 };
const keyOf = (board: Board | undefined) => board && boardKeyOf(board);

describe("a board's id", () => {
  it.each([
    'revenue_won.month.reps',
    'calls.day@2026-11-20.reps.team-3',
    'deals_won.quarter@2026-Q4.teams',
    'revenue_won.all.reps',
    'calls.week@2026-11-16.reps',
    'calls.week@2026-11-15.reps',
    'revenue_won.month@FY2027-P08.reps',
    'revenue_won.quarter@FY2027-Q3.teams',
    'revenue_won.year@FY2027.reps',
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
    'revenue_won.month@FY2027-P13.reps',
    'revenue_won.quarter@FY2027.reps',
    'revenue_won.week@FY2027-P08.reps',
    'revenue_won.month.teams.team-3',
    'revenue_won.month.reps.team-0',
    'Revenue.month.reps',
    '../etc.month.reps',
    'a.month.reps\n',
  ])('%j is none', (id) => expect(parseBoardId(id)).toBeUndefined());

  it('without a period follows the calendar', () => {
    const ref = parseBoardId('calls.week.reps');
    const key = (today: string) =>
      keyOf(ref && resolveBoard(ref, today as BusinessDate, CALLS, PLAIN_CALENDAR));
    expect(key('2026-11-22')).toBe('calls.week@2026-11-16.reps');
    expect(key('2026-11-23')).toBe('calls.week@2026-11-23.reps');
  });

  it.each([
    ['calls.week', PLAIN_CALENDAR, 'calls.week@2026-11-16.reps'],
    ['calls.week', SHOPS, 'calls.week@2026-11-22.reps'],
    ['calls.month', APRIL, 'calls.month@2026-11.reps'],
    ['calls.month', SHOPS, 'calls.month@FY2027-P10.reps.by-4-5-4-2-7'],
    ['calls.quarter', APRIL, 'calls.quarter@FY2027-Q3.reps.by-months-4-1'],
    ['calls.year', SHOPS, 'calls.year@FY2027.reps.by-4-5-4-2-7'],
    ['calls.quarter@2026-Q4', APRIL, 'calls.quarter@2026-Q4.reps'],
    ['calls.week@2026-11-16', SHOPS, 'calls.week@2026-11-16.reps'],
    ['calls.quarter@FY2027-Q3', PLAIN_CALENDAR, undefined],
    ['calls.month@FY2027-P08', APRIL, undefined],
    ['calls.week@2026-11-17', PLAIN_CALENDAR, undefined],
  ])('%s on 22 November 2026, by the calendar %j, is %s', (id, calendar, key) => {
    const ref = parseBoardId(`${id}.reps`);
    const board = ref && resolveBoard(ref, '2026-11-22' as BusinessDate, CALLS, calendar);
    expect(keyOf(board)).toBe(key);
  });
});

describe("a definite board's name", () => {
  it.each([PLAIN_CALENDAR, APRIL, SHOPS])('is found again, by the calendar %j', (calendar) => {
    for (const kind of ['day', 'week', 'month', 'quarter', 'year', 'all'] as const) {
      const period = periodOf(kind, '2026-11-22' as BusinessDate, calendar);
      const board = { metric: 'mrr', period, competitors: 'reps', teamId: null } as const;
      for (const asOf of [null, '2026-11-22' as BusinessDate]) {
        expect(parseBoardKey(boardKeyOf({ ...board, asOf }))).toEqual({ ...board, asOf });
      }
    }
  });

  it.each([
    'mrr.month@2026-11.reps.by-months-4-1',
    'mrr.quarter@FY2027-Q3.reps',
    'mrr.quarter@FY2027-Q3.reps.by-5-5-3-1-1',
    'mrr.quarter@FY2027-Q3.reps.by-months-13-1',
    'mrr.quarter@FY2027-Q3.reps.by-months-1-1',
    'mrr.quarter@FY2027-Q3.reps.by-months-4-8',
    'mrr.month.reps',
  ])('is not %s', (key) => expect(parseBoardKey(key)).toBeUndefined());
});
