const EVERYBODYS = [1, 2, 3, 4, 5];
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** The days of a week, Monday first, as somebody writes and says them. */
export function weekdays(
  locale: string,
): readonly { readonly day: number; readonly short: string; readonly long: string }[] {
  const named = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  const [short, long] = [named('short'), named('long')];
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const at = MONDAY + (day - 1) * DAY_MS;
    return { day, short: short.format(at), long: long.format(at) };
  });
}

/** On which days somebody works; null: as everybody. */
export function daysOf(workingDays: readonly number[] | null): readonly number[] {
  return workingDays ?? EVERYBODYS;
}

/** With a day more or less. Monday to Friday is what everybody has; nobody has no day. */
export function withDay(
  workingDays: readonly number[] | null,
  day: number,
  works: boolean,
): number[] | null | 'no-day' {
  const others = daysOf(workingDays).filter((one) => one !== day);
  const days = (works ? [...others, day] : others).toSorted((a, b) => a - b);
  if (days.length === 0) return 'no-day';
  return String(days) === String(EVERYBODYS) ? null : days;
}
