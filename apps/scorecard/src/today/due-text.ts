import type { PersonLine } from '@bellwether/contracts';
import { ordinal } from '@bellwether/ui';

/** When a period is over, as it stands beside its target: `by the 30th`, `by Sunday`, `by 31 December`. */
export function dueText({ kind, startsOn, endsOn }: PersonLine['period'], locale: string): string {
  const day = Date.parse(`${endsOn}T12:00:00Z`);
  const told = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day);
  switch (kind) {
    case 'day':
      return 'today';
    case 'week':
      return `by ${told({ weekday: 'long' })}`;
    case 'month':
      // One of whole weeks may end in the next month of the calendar.
      if (startsOn.slice(0, 7) !== endsOn.slice(0, 7)) break;
      return `by the ${ordinal(Number(endsOn.slice(8)))}`;
    case 'quarter':
      break;
  }
  return `by ${told({ day: 'numeric', month: 'long' })}`;
}
