import type { PeriodKind } from './board-choice.js';

/** The key of the period before (`-1`) or after (`1`) this one; null where there is none. */
export function stepPeriod(kind: PeriodKind, key: string, by: -1 | 1): string | null {
  switch (kind) {
    case 'day':
      return addDays(key, by);
    case 'week':
      return addDays(key, 7 * by);
    case 'month':
      return monthText(monthsOf(key.slice(0, 4), key.slice(5, 7)) + by);
    case 'quarter': {
      const months = monthsOf(key.slice(0, 4), String(Number(key.slice(6)) * 3)) + 3 * by;
      return `${yearOf(months)}-Q${Math.ceil((monthOf(months) + 1) / 3)}`;
    }
    case 'year':
      return String(Number(key) + by);
    case 'all':
      return null;
  }
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Months since the year 0, January of a year being 0. */
function monthsOf(year: string, month: string): number {
  return Number(year) * 12 + Number(month) - 1;
}

function monthText(months: number): string {
  return `${yearOf(months)}-${String(monthOf(months) + 1).padStart(2, '0')}`;
}

function yearOf(months: number): number {
  return Math.floor(months / 12);
}

function monthOf(months: number): number {
  return ((months % 12) + 12) % 12;
}
