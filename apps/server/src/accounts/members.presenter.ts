import type { Invitation, MemberListed } from '@bellwether/application';
import { mayGiveRole } from '@bellwether/application';
import type { MembersReply } from '@bellwether/contracts';
import type { Caller } from '../access/grants.js';
import { presentPosition } from './position.js';

export function presentMembers(
  { grant, account }: Caller,
  members: readonly MemberListed[],
  invitations: readonly Invitation[],
): MembersReply {
  return {
    members: members.map(({ userId, position, ...about }) => ({
      id: userId,
      name: about.name,
      email: about.email,
      position: presentPosition(position),
      joinedAt: about.joinedAt,
      hasTwoFactor: about.hasTwoFactor,
      seenAt: about.seenAt,
      mayChange: mayGiveRole(grant.role, position.role),
      isYou: userId === account?.userId,
    })),
    invitations: invitations.map(({ id, email, position, ...about }) => ({
      id,
      email,
      position: presentPosition(position),
      invitedBy: about.invitedBy,
      invitedAt: about.invitedAt,
      expiresAt: about.expiresAt,
    })),
  };
}
