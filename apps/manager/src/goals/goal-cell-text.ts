import type { GoalMonth, Unit } from '@bellwether/contracts';
import { numberFormat } from '@bellwether/ui';
import type { GoalColumn } from './goal-columns.js';
import { weekdaysBetween } from './weekday-shares.js';

/** How many smallest parts make one of what is typed. */
export function partsOf(unit: Unit): number {
  return unit.kind === 'money' ? 10 ** unit.minorDigits : 1_000;
}

/** A value as it stands in a cell, without its currency: a column has one. */
export function cellText(value: number, unit: Unit, locale: string): string {
  const whole = value / partsOf(unit);
  const digits = Number.isInteger(whole) ? 0 : 2;
  return numberFormat(locale, {
    minimumFractionDigits: unit.kind === 'money' ? digits : 0,
    maximumFractionDigits: digits,
  }).format(whole);
}

/** What came of the months of a column. */
export interface ColumnOutcome {
  readonly won: number | null;
  /** After relief, of all sources. */
  readonly due: number | null;
  readonly relief: number;
  /** Told by other sources than the desk; null while that cannot be said. */
  readonly elsewhere: number | null;
  /** Sum over sum; null without anything due. */
  readonly attained: number | null;
}

export function outcomeOf(
  months: readonly GoalMonth[],
  { months: counted }: Pick<GoalColumn, 'months'>,
  counting: boolean,
): ColumnOutcome {
  const sum = (part: keyof GoalMonth) =>
    counted.reduce<number | null>((all, month) => {
      const value = months[month]?.[part] ?? null;
      return all === null || value === null ? null : all + value;
    }, 0);
  const [won, due, relief, goal] = [sum('won'), sum('due'), sum('relief') ?? 0, sum('goal') ?? 0];
  return {
    won,
    due,
    relief,
    elsewhere: counting || due === null ? null : due - goal + relief,
    attained: won === null || due === null || due <= 0 ? null : won / due,
  };
}

/** Whether a column has begun, and which share of its weekdays is over, today not among them. */
export function howFar(
  { months }: Pick<GoalColumn, 'months'>,
  year: number,
  today: string,
): { readonly begun: boolean; readonly over: number } {
  const first = new Date(Date.UTC(year, months[0] ?? 0, 1));
  const last = new Date(Date.UTC(year, (months.at(-1) ?? 0) + 1, 0));
  const now = new Date(`${today}T00:00:00Z`);
  if (now < first) return { begun: false, over: 0 };
  if (now > last) return { begun: true, over: 1 };
  const yesterday = new Date(now.getTime() - 86_400_000);
  const over = weekdaysBetween(first, yesterday) / weekdaysBetween(first, last);
  return { begun: true, over: Math.min(1, over) };
}
