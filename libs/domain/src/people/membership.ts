import type { PersonId, TeamId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';

/** Somebody is in a team from a day on, until a day (exclusive) or for good. */
export interface Membership {
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly from: BusinessDate;
  readonly until: BusinessDate | null;
}

export type TeamOn = (personId: PersonId, date: BusinessDate) => TeamId | undefined;

/** Answers in which team somebody was on a day; the team of the day gets the credit. */
export function rosterOf(memberships: readonly Membership[]): TeamOn {
  const byPerson = new Map<PersonId, Membership[]>();
  for (const membership of memberships) {
    const known = byPerson.get(membership.personId);
    if (known) known.push(membership);
    else byPerson.set(membership.personId, [membership]);
  }
  return (personId, date) =>
    byPerson
      .get(personId)
      ?.find(({ from, until }) => from <= date && (until === null || date < until))?.teamId;
}

/** The memberships of one person with a move into a team (or out of all) from a day on. */
export function moveTo(
  memberships: readonly Membership[],
  move: { personId: PersonId; teamId: TeamId | null; from: BusinessDate },
): Membership[] {
  const before = memberships
    .filter(({ from }) => from < move.from)
    .map((membership) => ({
      ...membership,
      until:
        membership.until === null || membership.until > move.from ? move.from : membership.until,
    }));
  const later = memberships.filter(({ from }) => from > move.from).map(({ from }) => from);
  const until = later.toSorted().at(0) ?? null;
  const kept = [...before, ...memberships.filter(({ from }) => from > move.from)];
  if (move.teamId === null) return kept;
  return [...kept, { personId: move.personId, teamId: move.teamId, from: move.from, until }];
}
