import type { GoalColumn } from './goal-columns.js';
import { overMonths } from './weekday-shares.js';

/**
 * What stands in a cell. `own`: a number of its own. `sum`: of numbers beneath it. `part`: of a number above it. `empty`:
 * may be given a number.
 */
export interface LaidCell {
  readonly kind: 'own' | 'sum' | 'part' | 'empty';
  /** In the smallest part; null where nothing is due. */
  readonly value: number | null;
}

/** The cells of a row from the numbers that are set, by period. No day is counted twice. */
export function layRow(
  goals: ReadonlyMap<string, number>,
  columns: readonly GoalColumn[],
): readonly LaidCell[] {
  const year = Number(columns.at(-1)?.period);
  const due = Array.from({ length: 12 }, () => 0);
  const given = Array.from({ length: 12 }, (): GoalColumn['kind'] | null => null);
  for (const { period, months, kind } of columns) {
    const value = goals.get(period);
    if (value === undefined) continue;
    for (const [index, share] of overMonths(value, year, months).entries()) {
      const month = months[index] as number;
      due[month] = (due[month] ?? 0) + share;
      given[month] = kind;
    }
  }
  return columns.map(({ period, months, kind }) => {
    const own = goals.get(period);
    if (own !== undefined) return { kind: 'own', value: own };
    const told = months
      .map((month) => given[month])
      .filter((by) => by !== null && by !== undefined);
    if (told.length === 0) return { kind: 'empty', value: null };
    const value = months.reduce((sum, month) => sum + (due[month] ?? 0), 0);
    return { kind: told.some((by) => SIZE[by] > SIZE[kind]) ? 'part' : 'sum', value };
  });
}

const SIZE = { month: 1, quarter: 3, year: 12 } as const;
