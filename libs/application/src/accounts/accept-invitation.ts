import type { Accounts } from '../ports/accounts.js';
import type { Clock } from '../ports/clock.js';
import type { Invitations } from '../ports/invitations.js';
import type { Members, Misplaced } from '../ports/members.js';

/** Makes an account for somebody who was invited. The invitation is used up, once. */
export class AcceptInvitation {
  constructor(
    private readonly invitations: Invitations,
    private readonly accounts: Accounts,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute(
    token: string,
    { name, password }: { readonly name: string; readonly password: string },
  ): Promise<{ readonly email: string } | 'unknown-invitation' | 'email-taken' | Misplaced> {
    const invitation = await this.invitations.byToken(token, this.clock.now());
    if (!invitation) return 'unknown-invitation';
    const { organisationId, id, email, mailed, position } = invitation;
    const made = await this.accounts.create({ name, email, password }, mailed);
    if (made === 'email-taken') return made;
    const added = await this.members.add(organisationId, made.userId, position);
    if (added !== 'added') return added;
    await this.invitations.use(organisationId, id);
    return { email };
  }
}
