import type { BusinessDate, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** Somebody as a source calls them: `{ namespace: 'email', value: 'ada@example.com' }`. */
export interface Identity {
  readonly namespace: string;
  readonly value: string;
}

export interface NewPerson {
  readonly name: string;
  readonly shortName: string;
  readonly photoUrl: string | null;
  readonly identities: readonly Identity[];
  readonly team: { readonly id: TeamId; readonly from: BusinessDate } | null;
}

/** The people of an organisation and their teams. Every change makes a new version of its directory. */
export interface People {
  addTeam(organisationId: OrganisationId, name: string, by: Actor): Promise<TeamId | 'name-taken'>;
  /** `identity-taken` when somebody else goes by one of the identities; nothing is added then. */
  addPerson(
    organisationId: OrganisationId,
    person: NewPerson,
    by: Actor,
  ): Promise<PersonId | 'identity-taken'>;
  addIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
    by: Actor,
  ): Promise<'added' | 'identity-taken' | 'unknown-person'>;
  /** From that day on in this team, or in none. */
  moveTo(
    organisationId: OrganisationId,
    personId: PersonId,
    teamId: TeamId | null,
    from: BusinessDate,
    by: Actor,
  ): Promise<'moved' | 'unknown-person' | 'unknown-team'>;
}
