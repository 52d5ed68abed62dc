import type { Instant, PersonId } from '../../ids.js';
import type { EntrantFacts, Roster, RosterPerson } from '../roster.js';
import type { EntrantKind } from '../rules/contest-rules.js';

/** Somebody who competes: a person, or a team or side with its people. */
export interface Entrant {
  /** Where it stands in the roster, from 0. */
  readonly index: number;
  readonly id: number;
  readonly name: string;
  readonly facts: EntrantFacts;
  /** Of a team: everybody who is in it on some day. */
  readonly people: readonly RosterPerson[];
}

export function entrantsOf(kind: EntrantKind, roster: Roster): readonly Entrant[] {
  switch (kind) {
    case 'reps':
      return roster.people.map((person, index) => ({
        index,
        id: person.personId,
        name: person.name,
        facts: person,
        people: [person],
      }));
    case 'teams':
      return roster.teams.map((team, index) => ({
        index,
        id: team.teamId,
        name: team.name,
        facts: team,
        people: roster.people.filter(({ memberships }) =>
          memberships?.some(({ teamId }) => teamId === team.teamId),
        ),
      }));
    case 'sides': {
      const personOf = new Map(roster.people.map((person) => [person.personId, person]));
      return roster.sides.map((side, index) => ({
        index,
        id: side.sideId,
        name: side.name,
        facts: side,
        people: side.members.flatMap((id: PersonId) => personOf.get(id) ?? []),
      }));
    }
  }
}

/** The target of an entrant for a metric; 0 for none. */
export function targetOf({ facts, people }: Entrant, metric: string): number {
  const own = facts.targets?.[metric];
  if (own !== undefined) return own;
  return people.reduce((sum, { targets }) => sum + (targets?.[metric] ?? 0), 0);
}

/** What an entrant came to on average in the periods before; 0 for who has none behind them. */
export function meanBefore({ facts, people }: Entrant, metric: string): number {
  const own = facts.before?.[metric];
  if (own !== undefined) return mean(own);
  return people.reduce((sum, { before }) => sum + mean(before?.[metric] ?? []), 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** When the last of an entrant's people was gone; null as long as somebody is there. */
export function goneAt({ people }: Entrant): Instant | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { leftAt } of people) {
    if (leftAt === null) return null;
    last = Math.max(last, leftAt);
  }
  return people.length === 0 ? null : last;
}
