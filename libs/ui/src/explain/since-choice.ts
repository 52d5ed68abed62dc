import { clockText, dayText } from '../numbers/clock-text.js';
import type { EntryPlace } from './describe-entry.js';
import { dateText } from './moment-text.js';

/** Since when somebody wants to know what changed. */
export type Since = 'yesterday' | 'morning' | 'monday' | 'visit';

const SINCES: readonly { readonly value: Since; readonly label: string }[] = [
  { value: 'yesterday', label: 'Yesterday 17:00' },
  { value: 'morning', label: 'This morning' },
  { value: 'monday', label: 'Monday' },
  { value: 'visit', label: 'Last visit' },
];

/** What can be chosen: the last visit where it is known. */
export function sinceOptions(lastVisit: number | null): typeof SINCES {
  return lastVisit === null ? SINCES.filter(({ value }) => value !== 'visit') : SINCES;
}

/** As the server is asked. */
export function sinceAsked(since: Since, lastVisit: number | null): string {
  if (since !== 'visit') return since;
  return lastVisit === null ? 'yesterday' : new Date(lastVisit).toISOString();
}

const DAY_MS = 86_400_000;

/** The moment in words, to be said after `since`: `this morning`, `yesterday, 17:00`, `Monday, 16 November`. */
export function sinceText(instant: string, today: string, place: EntryPlace): string {
  const at = Date.parse(instant);
  const day = dayText(at, place.timeZone);
  const time = clockText(at, place.timeZone, place.locale);
  const isMidnight = dayText(at - 1, place.timeZone) !== day;
  if (day === today) return isMidnight ? 'this morning' : time;
  const yesterday = new Date(Date.parse(`${today}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  const named = day === yesterday ? 'yesterday' : dateText(day, today, place.locale);
  return isMidnight ? named : `${named}, ${time}`;
}
