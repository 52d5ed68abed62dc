import type { MemberRole } from '../ports/members.js';

/** Whether somebody may give a role, or change somebody who has it: nobody raises others above themselves. */
export function mayGiveRole(by: string, role: MemberRole): boolean {
  return by === 'owner' || (by === 'admin' && role !== 'owner');
}
