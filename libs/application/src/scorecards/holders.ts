import type { BusinessDate, TeamId } from '@bellwether/domain';
import { chooseScorecard } from '@bellwether/domain';
import type { Directory, Person } from '../ports/directories.js';
import type { KeptScorecard } from '../ports/scorecards.js';

/** Somebody with the team of today and the scorecard that is theirs. */
export interface HeldScorecard {
  readonly person: Person;
  readonly teamId: TeamId | null;
  readonly scorecard: KeptScorecard | undefined;
}

export function heldBy(
  person: Person,
  directory: Directory,
  scorecards: readonly KeptScorecard[],
  today: BusinessDate,
): HeldScorecard {
  const teamId = directory.teamOn(person.id, today) ?? null;
  const holder = { id: person.id, jobTitle: person.jobTitle, teamId };
  return { person, teamId, scorecard: chooseScorecard(holder, scorecards) };
}

/** Everybody who is active, by name. */
export function allHolders(
  directory: Directory,
  scorecards: readonly KeptScorecard[],
  today: BusinessDate,
): readonly HeldScorecard[] {
  return [...directory.people.values()]
    .filter(({ active }) => active)
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id - b.id)
    .map((person) => heldBy(person, directory, scorecards, today));
}
