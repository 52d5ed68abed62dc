import type { BoardHeading } from '@bellwether/contracts';

/** What a rep looks at between two calls. */
export const PERIODS = ['day', 'week', 'month', 'quarter'] as const satisfies readonly Kind[];
export type Period = (typeof PERIODS)[number];
type Kind = BoardHeading['period']['kind'];

/** How a period is called on its own: `Today`. */
export const PERIOD_NAMES: Readonly<Record<Period, string>> = {
  day: 'Today',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
};

/** How a period is called in a sentence: `today`, `this week`. */
export function duringText(period: Period): string {
  return period === 'day' ? 'today' : `this ${period}`;
}

export function isPeriod(text: string | null): text is Period {
  return PERIODS.some((period) => period === text);
}
