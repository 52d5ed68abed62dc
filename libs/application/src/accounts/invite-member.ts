import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Invitations } from '../ports/invitations.js';
import type { Misplaced, Position } from '../ports/members.js';
import type { Secrets } from '../ports/secrets.js';

const DAY_MS = 86_400_000;
/** Long enough for a holiday. */
export const INVITATION_MS = 14 * DAY_MS;

/** Asks somebody to join. The token is in the link that they are given, and nowhere else. */
export class InviteMember {
  constructor(
    private readonly invitations: Invitations,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    about: {
      readonly email: string;
      readonly position: Position;
      readonly invitedBy: string;
      readonly mailed: boolean;
    },
    by: Actor,
  ): Promise<{ readonly id: number; readonly token: string } | Misplaced | 'is-member'> {
    const token = this.secrets.key('invitation');
    const invitedAt = this.clock.now();
    const invitation = { ...about, invitedAt, expiresAt: invitedAt + INVITATION_MS };
    const id = await this.invitations.add(organisationId, invitation, token, by);
    return typeof id === 'number' ? { id, token } : id;
  }
}
