/** How many Mondays to Fridays there are from a day to a day, both among them. */
export function weekdaysBetween(from: Date, to: Date): number {
  let count = 0;
  for (const day = new Date(from); day <= to; day.setUTCDate(day.getUTCDate() + 1)) {
    if (day.getUTCDay() % 6 !== 0) count += 1;
  }
  return count;
}

/** A whole over months of a year by their weekdays, as the ledger spreads it; the parts add up to it. 0 is January. */
export function overMonths(
  whole: number,
  year: number,
  months: readonly number[],
): readonly number[] {
  const days = months.map((month) =>
    weekdaysBetween(new Date(Date.UTC(year, month, 1)), new Date(Date.UTC(year, month + 1, 0))),
  );
  const all = days.reduce((sum, count) => sum + count, 0);
  let over = 0;
  return days.map((count) => {
    const before = dueAfter(whole, over, all);
    over += count;
    return dueAfter(whole, over, all) - before;
  });
}

/** Rounded once, ties to what comes first; in whole numbers, since a year of cents times days is large. */
function dueAfter(whole: number, days: number, of: number): number {
  const [total, count] = [BigInt(whole) * BigInt(days), BigInt(of)];
  return Number((2n * total + count) / (2n * count));
}
