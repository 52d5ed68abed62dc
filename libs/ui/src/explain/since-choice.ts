import { clockText } from '../numbers/clock-text.js';
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

/** `since Wednesday 18 November, 17:00` */
export function sinceText(instant: string, today: string, place: EntryPlace): string {
  const at = Date.parse(instant);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: place.timeZone }).format(at);
  const time = clockText(at, place.timeZone, place.locale);
  return day === today ? `since ${time}` : `since ${dateText(day, today, place.locale)}, ${time}`;
}
