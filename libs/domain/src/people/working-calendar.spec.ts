import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import type { Absence, WorkingCalendar } from './working-calendar.js';
import { isWorkingDay } from './working-calendar.js';
import { workingDays } from './working-days.js';

const day = (text: string) => text as BusinessDate;
const away = (kind: Absence['kind'], from: string, until: string): Absence => ({
  kind,
  from: day(from),
  until: day(until),
});
const USUAL: WorkingCalendar = { workingDays: null, absences: [] };
const SUNDAYS_TOO: WorkingCalendar = { workingDays: [7, 1, 2], absences: [] };
const AWAY: WorkingCalendar = {
  workingDays: null,
  absences: [away('holiday', '2026-11-19', '2026-11-23')],
};

describe('a working calendar', () => {
  it.each<[string, WorkingCalendar, string, boolean]>([
    ['a Thursday of most people', USUAL, '2026-11-19', true],
    ['a Saturday of most people', USUAL, '2026-11-21', false],
    ['a Sunday of who works on Sundays', SUNDAYS_TOO, '2026-11-22', true],
    ['a Thursday of who does not', SUNDAYS_TOO, '2026-11-19', false],
    ['the day before somebody is away', AWAY, '2026-11-18', true],
    ['the first day away', AWAY, '2026-11-19', false],
    ['the last day away', AWAY, '2026-11-23', false],
    ['the day after', AWAY, '2026-11-24', true],
  ])('%s', (_, calendar, date, works) => {
    expect(isWorkingDay(calendar, day(date))).toBe(works);
  });

  it.each<[string, WorkingCalendar, string, string, number]>([
    ['a month of most people', USUAL, '2026-11-01', '2026-11-30', 21],
    ['the same month with a holiday in it', AWAY, '2026-11-01', '2026-11-30', 18],
    ['a year with a leap day', USUAL, '2028-01-01', '2028-12-31', 260],
    ['a single day', USUAL, '2026-11-19', '2026-11-19', 1],
    ['no days at all', USUAL, '2026-11-20', '2026-11-19', 0],
  ])('counts the days of %s', (_, calendar, from, to, count) => {
    expect(workingDays(calendar, day(from), day(to))).toHaveLength(count);
  });

  it('names them in their order', () => {
    expect(workingDays(AWAY, day('2026-11-17'), day('2026-11-25'))).toEqual([
      '2026-11-17',
      '2026-11-18',
      '2026-11-24',
      '2026-11-25',
    ]);
  });
});
