import type { Accounts, Members } from '@bellwether/application';
import type { OwnerBody } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicError } from '../http/public-error.js';
import { enter } from './enter.js';
import type { SignIn } from './sign-in.js';

/** Makes whoever founds an organisation its first owner, and signs them in. */
export class FoundOwner {
  constructor(
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly members: Members,
  ) {}

  async execute(
    organisationId: OrganisationId,
    owner: OwnerBody,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const made = await this.accounts.create(owner, false);
    if (made === 'email-taken') {
      throw new PublicError('conflict', 'There is an account with this address', '/owner/email');
    }
    await this.members.add(organisationId, made.userId, {
      role: 'owner',
      personId: null,
      teamIds: [],
    });
    await enter(this.signIn, owner, request, reply);
  }
}
