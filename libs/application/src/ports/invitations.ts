import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';
import type { Misplaced, Position } from './members.js';

export interface NewInvitation {
  readonly email: string;
  readonly position: Position;
  readonly invitedBy: string;
  /** Whether the link goes to the address itself, so that whoever follows it reads mail there. */
  readonly mailed: boolean;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
}

export interface Invitation extends NewInvitation {
  readonly id: number;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
}

/** Who was asked to join and has not come yet. */
export interface Invitations {
  /** Replaces an earlier one to the same address. Keeps the token's hash only. */
  add(
    organisationId: OrganisationId,
    invitation: NewInvitation,
    token: string,
    by: Actor,
  ): Promise<number | Misplaced | 'is-member'>;
  byToken(token: string, now: Instant): Promise<Invitation | undefined>;
  /** The newest to an address. */
  toEmail(email: string, now: Instant): Promise<Invitation | undefined>;
  open(organisationId: OrganisationId, now: Instant): Promise<readonly Invitation[]>;
  /** It was used; false when somebody else was faster. */
  use(organisationId: OrganisationId, id: number): Promise<boolean>;
  /** False when there is none. */
  withdraw(organisationId: OrganisationId, id: number, by: Actor): Promise<boolean>;
}
