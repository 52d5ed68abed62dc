import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../time/business-date.js';
import type { PeriodKind } from '../time/period.js';
import { PLAIN_CALENDAR } from '../time/fiscal-calendar.js';
import { periodOf } from '../time/period.js';
import type { Window } from './window.js';
import { WINDOWS, daysOf, movesWithTheDay } from './window.js';

const day = (date: string) => date as BusinessDate;

/** `from..to` of a window of the period that has the day; `none` when there are no days. */
function days(window: Window, kind: PeriodKind, date: string, today: string | null = null): string {
  const period = periodOf(kind, day(date), PLAIN_CALENDAR);
  const found = daysOf(window, period, today === null ? null : day(today));
  return found ? `${found.from ?? ''}..${found.to ?? ''}` : 'none';
}

describe('the days of a window', () => {
  it.each<[Window, PeriodKind, string]>([
    ['period', 'month', '2026-05-01..2026-05-31'],
    ['previous', 'month', '2026-04-01..2026-04-30'],
    ['next', 'month', '2026-06-01..2026-06-30'],
    ['previous', 'week', '2026-05-04..2026-05-10'],
    ['previous-2', 'month', '2026-03-01..2026-03-31'],
    ['previous-6', 'month', '2025-11-01..2025-11-30'],
    ['previous-3', 'quarter', '2025-07-01..2025-09-30'],
    ['next', 'quarter', '2026-07-01..2026-09-30'],
    ['opening', 'month', '..2026-04-30'],
    ['closing', 'month', '..2026-05-31'],
    ['average', 'month', '..2026-05-31'],
    ['year', 'month', '2025-06-01..2026-05-31'],
    ['elapsed', 'month', '2026-05-01..2026-05-31'],
  ])('%s of a %s that is over', (window, kind, expected) => {
    expect(days(window, kind, '2026-05-13')).toBe(expected);
    expect(days(window, kind, '2026-05-13', '2027-01-01')).toBe(expected);
  });

  it.each<[Window, string]>([
    ['period', '2026-05-01..2026-05-31'],
    ['opening', '..2026-04-30'],
    ['closing', '..2026-05-13'],
    ['average', '..2026-05-13'],
    ['year', '2025-05-14..2026-05-13'],
    ['elapsed', '2026-05-01..2026-05-12'],
  ])('%s of a month that runs', (window, expected) => {
    expect(days(window, 'month', '2026-05-13', '2026-05-13')).toBe(expected);
  });

  it('the last day of a month runs as every other', () => {
    expect(days('elapsed', 'month', '2026-05-31', '2026-05-31')).toBe('2026-05-01..2026-05-30');
    expect(days('closing', 'month', '2026-05-31', '2026-05-31')).toBe('..2026-05-31');
  });

  it('on its first day nothing of a month is over', () => {
    const [from = '', to = ''] = days('elapsed', 'month', '2026-05-01', '2026-05-01').split('..');
    expect(to < from).toBe(true);
  });

  it('a year begins with a month where it ends with one, also in February', () => {
    expect(days('year', 'month', '2025-02-10')).toBe('2024-03-01..2025-02-28');
    expect(days('year', 'month', '2028-02-10')).toBe('2027-03-01..2028-02-29');
  });

  it('nothing comes before all time, and nothing after it', () => {
    for (const window of ['previous', 'previous-6', 'next', 'opening', 'average'] as const) {
      expect(days(window, 'all', '2026-05-13', '2026-05-13')).toBe('none');
    }
    expect(days('closing', 'all', '2026-05-13', '2026-05-13')).toBe('..2026-05-13');
    expect(days('elapsed', 'all', '2026-05-13', '2026-05-13')).toBe('..2026-05-12');
    expect(days('closing', 'all', '2026-05-13')).toBe('..');
  });
});

it('what is seen until today moves when a day begins', () => {
  expect(WINDOWS.filter(movesWithTheDay)).toEqual(['closing', 'average', 'year', 'elapsed']);
});
