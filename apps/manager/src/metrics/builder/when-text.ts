import { dayText, momentText } from '@bellwether/ui';

const WEEK_MS = 6 * 86_400_000;

/** A day on an axis: `31 Aug`. */
export function shortDay(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`));
}

/** `14:29`, `Tue 09:05`, and from a week on the day alone: `31 Aug`. */
export function whenText(
  at: number,
  now: number,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: string },
): string {
  if (Math.abs(now - at) < WEEK_MS) return momentText(at, now, timeZone, locale);
  return shortDay(dayText(at, timeZone), locale);
}
