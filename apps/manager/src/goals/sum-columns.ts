import type { GoalsReply } from '@bellwether/contracts';
import type { DraftCell } from './goal-drafts.svelte.js';
import type { GoalColumn } from './goal-columns.js';
import { overMonths } from './weekday-shares.js';

export interface ColumnSum {
  readonly period: string;
  /** Of all rows, with what is not saved yet. */
  readonly goal: number;
  /** What managers answer for; null where that is not asked. */
  readonly managers: number | null;
}

/** What all rows come to in each column, those of other pages too. */
export function sumColumns(
  { sums, managers, year }: Pick<GoalsReply, 'sums' | 'managers' | 'year'>,
  drafts: readonly DraftCell[],
  columns: readonly GoalColumn[],
): readonly ColumnSum[] {
  const goals = sums.map(({ goal }) => goal);
  for (const { period, value, was } of drafts) {
    const months = columns.find((column) => column.period === period)?.months ?? [];
    // Each on its own: a share is rounded before it is added.
    const [now, before] = [
      overMonths(value ?? 0, year, months),
      overMonths(was ?? 0, year, months),
    ];
    for (const [index, month] of months.entries()) {
      goals[month] = (goals[month] ?? 0) + (now[index] ?? 0) - (before[index] ?? 0);
    }
  }
  const add = (values: readonly number[], months: readonly number[]) =>
    months.reduce((sum, month) => sum + (values[month] ?? 0), 0);
  return columns.map(({ period, months }) => ({
    period,
    goal: add(goals, months),
    managers: managers && add(managers, months),
  }));
}
