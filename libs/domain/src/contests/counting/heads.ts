import { addDays, businessDateOf } from '../../time/business-date.js';
import { zoneFor } from './contest-clock.js';
import type { Entrant } from './entrants.js';
import type { Play } from './play.js';

/**
 * By what a group's score is multiplied to be that of one head: 1 over the people who are there on a day of the window,
 * on average. Everybody on the roster counts for the days on which they were in the team and not away, whether they did
 * something or not. 0 for a group of nobody.
 */
export function shareOfHeads(
  { rules, startsAt, endsAt }: Pick<Play, 'rules' | 'startsAt' | 'endsAt'>,
  { id, people }: Entrant,
): number {
  let present = 0;
  let days = 0;
  for (const person of people) {
    const zone = zoneFor(rules.window, person.timeZone);
    const last = businessDateOf(endsAt === null ? startsAt : endsAt - 1, zone);
    days = 0;
    for (let date = businessDateOf(startsAt, zone); date <= last; date = addDays(date, 1)) {
      days += 1;
      const { memberships = [], joinedAt, leftAt, calendar } = person;
      const isIn =
        rules.entrants === 'sides' ||
        memberships.some(
          ({ teamId, from, until }) =>
            teamId === id && from <= date && (until === null || date < until),
        );
      const isHere =
        (joinedAt === null || businessDateOf(joinedAt, zone) <= date) &&
        (leftAt === null || date < businessDateOf(leftAt, zone));
      const isAway = calendar?.absences.some(({ from, until }) => from <= date && date <= until);
      if (isIn && isHere && isAway !== true) present += 1;
    }
  }
  return present === 0 ? 0 : days / present;
}
