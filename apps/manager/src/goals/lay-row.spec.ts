import { describe, expect, it } from 'vitest';
import { columnsOf } from './goal-columns.js';
import { layRow } from './lay-row.js';
import { overMonths } from './weekday-shares.js';

const columns = columnsOf(2026, 'en-IE');
const laid = (goals: Readonly<Record<string, number>>, ...periods: readonly string[]) => {
  const cells = layRow(new Map(Object.entries(goals)), columns);
  return periods.map((period) => {
    const cell = cells[columns.findIndex((column) => column.period === period)];
    return `${cell?.kind} ${cell?.value}`;
  });
};

describe('the columns of a year', () => {
  it('have each quarter behind its months, and the year last', () => {
    expect(columns.map(({ title }) => title).join(' ')).toBe(
      'Jan Feb Mar Q1 Apr May Jun Q2 Jul Aug Sept Q3 Oct Nov Dec Q4 2026',
    );
  });
});

describe('a row of goals', () => {
  it('adds months up', () => {
    expect(
      laid({ '2026-10': 100, '2026-11': 40 }, '2026-10', '2026-12', '2026-Q4', '2026'),
    ).toEqual(['own 100', 'empty null', 'sum 140', 'sum 140']);
  });
  it('shares a quarter out by weekdays, and counts it once', () => {
    expect(laid({ '2026-Q4': 66_000 }, '2026-10', '2026-11', '2026-12', '2026-Q4', '2026')).toEqual(
      ['part 22000', 'part 21000', 'part 23000', 'own 66000', 'sum 66000'],
    );
  });
  it('shares a year out over quarters, too', () => {
    const [quarter, year, month] = laid({ '2026': 261_000 }, '2026-Q4', '2026', '2026-10');
    expect([quarter, year, month]).toEqual(['part 66000', 'own 261000', 'part 22000']);
  });
  it('may hold a goal of nothing', () => {
    expect(laid({ '2026-10': 0 }, '2026-10', '2026-Q4')).toEqual(['own 0', 'sum 0']);
  });
});

describe('a number over months', () => {
  it.each([1, 99, 100_001, 999_999_999_999])('of %d adds up to it', (whole) => {
    const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    expect(overMonths(whole, 2026, months).reduce((sum, part) => sum + part, 0)).toBe(whole);
  });
});
