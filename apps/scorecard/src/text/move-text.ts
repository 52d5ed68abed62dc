import { ordinal } from '@bellwether/ui';

/** A change of the own place, for whoever hears the page; null when there is none. */
export function moveText(before: number | null, now: number | null): string | null {
  if (before === now) return null;
  if (now === null) return 'You have no place now';
  if (now === 1) return 'You wear the bell now, in 1st place';
  if (before === null) return `You are on the board, in ${ordinal(now)} place`;
  if (now < before) return `You are ${ordinal(now)} now, up from ${ordinal(before)}`;
  return `You are ${ordinal(now)} now`;
}
