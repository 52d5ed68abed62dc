import type { PersonId, TeamId } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';

/** Who stands where right now. */
export interface RosterNow {
  /** The team that somebody is in now, or was last. */
  readonly teamOf: ReadonlyMap<PersonId, TeamId>;
  /** How many people are active, in all. */
  readonly active: number;
  /** How many active people are in a team now. */
  readonly activeIn: ReadonlyMap<TeamId, number>;
}

const known = new WeakMap<Directory, RosterNow>();

/** Worked out once for each directory: boards ask for every line they show. */
export function rosterNow(directory: Directory): RosterNow {
  let roster = known.get(directory);
  if (!roster) known.set(directory, (roster = workOut(directory)));
  return roster;
}

function workOut({ memberships, people }: Directory): RosterNow {
  const teamOf = new Map<PersonId, TeamId>();
  const inTeam = new Map<TeamId, Set<PersonId>>();
  for (const { personId, teamId, until } of memberships.toSorted(earlierFirst)) {
    teamOf.set(personId, teamId);
    if (until !== null || !people.get(personId)?.active) continue;
    const members = inTeam.get(teamId);
    if (members) members.add(personId);
    else inTeam.set(teamId, new Set([personId]));
  }
  const active = [...people.values()].filter((person) => person.active).length;
  return {
    teamOf,
    active,
    activeIn: new Map([...inTeam].map(([teamId, members]) => [teamId, members.size])),
  };
}

function earlierFirst(a: { readonly from: string }, b: { readonly from: string }): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
