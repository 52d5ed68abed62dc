import type { BusinessDate, Instant } from '@bellwether/domain';
import { businessDateOf, shareOfDayOver } from '@bellwether/domain';
import type { Organisation, Person } from '../ports/directories.js';

/** The day that it is for somebody, by the clocks where they are. */
export interface OwnDay {
  readonly today: BusinessDate;
  /** How much of it is over, 0 to 1. */
  readonly dayOver: number;
}

export function ownDayOf(
  person: Pick<Person, 'timeZone'>,
  organisation: Pick<Organisation, 'timeZone'>,
  now: Instant,
): OwnDay {
  const timeZone = person.timeZone ?? organisation.timeZone;
  const today = businessDateOf(now, timeZone);
  return { today, dayOver: shareOfDayOver(today, now, timeZone) };
}

/** Whether somebody's days are others than the organisation's. */
export function hasOwnDays(
  { timeZone }: Pick<Person, 'timeZone'>,
  organisation: Pick<Organisation, 'timeZone'>,
): boolean {
  return timeZone !== null && timeZone !== organisation.timeZone;
}
