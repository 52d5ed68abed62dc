import { dayText, hourDigits } from '../numbers/clock-text.js';
import { numberFormat } from '../numbers/number-format.js';
import type { EntryPlace } from './describe-entry.js';

/** The time of day to the second. */
export function secondText(instant: number, { timeZone, locale }: EntryPlace): string {
  const hour = hourDigits(locale);
  const options = { hour, minute: '2-digit', second: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locale, options).format(instant);
}

/** The time to the second, with the day when it is another one. */
export function secondOnDay(instant: number, date: string, place: EntryPlace): string {
  const time = secondText(instant, place);
  if (dayText(instant, place.timeZone) === date) return time;
  const { locale, timeZone } = place;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  return `${day.format(instant)}, ${time}`;
}

/** A moment in full with its zone, for whoever hovers or taps. */
export function fullMomentText(instant: number, { timeZone, locale }: EntryPlace): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: hourDigits(locale),
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(instant);
}

/** `Thursday 19 November`, with the year when it is not this one's. */
export function dateText(date: string, today: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`));
}

/** How much later something was: `1.1 s later`; null from ten minutes on, when the moment itself says more. */
export function laterText(before: number, after: number, locale: string): string | null {
  const late = after - before;
  if (late < 0 || late >= 600_000) return null;
  if (late < 60_000) {
    const seconds = numberFormat(locale, { maximumFractionDigits: 1 }).format(late / 1000);
    return `${seconds} s later`;
  }
  return `${Math.round(late / 60_000)} min later`;
}
