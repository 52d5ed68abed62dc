/** A column of the grid: a month, or what adds months up. */
export interface GoalColumn {
  readonly kind: 'month' | 'quarter' | 'year';
  /** `2026-11`, `2026-Q4`, `2026`. */
  readonly period: string;
  /** Months that it counts, 0 is January. */
  readonly months: readonly number[];
  readonly title: string;
  /** What is read aloud. */
  readonly name: string;
}

/** Each quarter behind its months, the year behind all. */
export function columnsOf(year: number, locale: string): readonly GoalColumn[] {
  const month = (style: 'short' | 'long', index: number) =>
    new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(
      Date.UTC(year, index, 15),
    );
  const quarters = [0, 1, 2, 3].flatMap((quarter): GoalColumn[] => {
    const months = [0, 1, 2].map((index) => quarter * 3 + index);
    return [
      ...months.map((index) => ({
        kind: 'month' as const,
        period: `${year}-${String(index + 1).padStart(2, '0')}`,
        months: [index],
        title: month('short', index),
        name: month('long', index),
      })),
      {
        kind: 'quarter',
        period: `${year}-Q${quarter + 1}`,
        months,
        title: `Q${quarter + 1}`,
        name: `Quarter ${quarter + 1}`,
      },
    ];
  });
  const months = Array.from({ length: 12 }, (_, index) => index);
  const whole = String(year);
  return [
    ...quarters,
    { kind: 'year', period: whole, months, title: whole, name: `Year ${whole}` },
  ];
}
