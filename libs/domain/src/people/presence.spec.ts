import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import type { Presence } from './presence.js';
import { attendanceOf, dayOffOn, shareOfWeek } from './presence.js';

const day = (text: string) => text as BusinessDate;
const USUAL: Presence = {
  workingDays: null,
  absences: [{ kind: 'sick', from: day('2026-11-19'), until: day('2026-11-20') }],
  holidays: new Set([day('2026-11-16')]),
  hiredOn: day('2026-11-10'),
  leftOn: day('2026-11-25'),
};

describe('somebody', () => {
  it.each([
    ['2026-11-09', 'away'],
    ['2026-11-10', null],
    ['2026-11-14', 'weekend'],
    ['2026-11-16', 'holiday'],
    ['2026-11-19', 'away'],
    ['2026-11-23', null],
    ['2026-11-26', 'away'],
  ])('on %s: %s', (date, dayOff) => {
    expect(dayOffOn(USUAL, day(date))).toBe(dayOff);
  });

  it('who joins, is ill and leaves in a month is there on 9 of its 20 days', () => {
    const { days, present } = attendanceOf(USUAL, day('2026-11-01'), day('2026-11-30'));
    expect([days.length, present.length]).toEqual([20, 9]);
  });

  it.each([
    [null, 1],
    [[1, 2, 3], 0.6],
    [[2, 3, 4, 5, 6], 1],
    [[1, 2, 3, 4, 5, 6], 1],
  ])('with the days %j works this much of a week: %d', (workingDays, share) => {
    expect(shareOfWeek({ workingDays })).toBe(share);
  });
});
