import type { Instant, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import type { Actor } from './audit.js';

export type MemberRole = 'owner' | 'admin' | 'manager' | 'rep' | 'viewer';

/** As what somebody belongs to an organisation. */
export interface Position {
  readonly role: MemberRole;
  /** Who they are on the boards; a rep is always somebody. */
  readonly personId: PersonId | null;
  /** Whom a manager manages. */
  readonly teamIds: readonly TeamId[];
}

/** Somebody who signs in. */
export interface Member {
  readonly userId: string;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly email: string;
  readonly position: Position;
  /** False once they have left: the account stays, and opens nothing until they are back. */
  readonly isHere: boolean;
}

export interface MemberListed extends Member {
  readonly joinedAt: Instant;
  readonly hasTwoFactor: boolean;
  /** When they were last seen; null while they are signed in nowhere. */
  readonly seenAt: Instant | null;
}

/** What a position may not name: nobody and no team of the organisation. */
export type Misplaced = 'unknown-person' | 'unknown-team';

export interface Members {
  of(userId: string): Promise<Member | undefined>;
  ofOrganisation(organisationId: OrganisationId): Promise<readonly MemberListed[]>;
  /** The person who goes by this e-mail address; `left` when they do not compete any more. */
  personOf(organisationId: OrganisationId, email: string): Promise<PersonId | 'left' | undefined>;
  /** Those on the boards whose accounts run the floor: owners and admins. */
  runners(organisationId: OrganisationId): Promise<ReadonlySet<PersonId>>;
  /** The organisation of an installation that has one only. */
  onlyOrganisation(): Promise<OrganisationId | undefined>;
  /** A known account joins, which belongs nowhere yet. */
  add(
    organisationId: OrganisationId,
    userId: string,
    position: Position,
  ): Promise<'added' | Misplaced>;
  /** `last-owner`: an organisation must keep one. */
  change(
    organisationId: OrganisationId,
    userId: string,
    position: Position,
    by: Actor,
  ): Promise<'changed' | 'unknown-member' | 'last-owner' | Misplaced>;
  /** Ends the account with everything by which it could sign in. */
  remove(
    organisationId: OrganisationId,
    userId: string,
    by: Actor,
  ): Promise<'removed' | 'unknown-member' | 'last-owner'>;
}
