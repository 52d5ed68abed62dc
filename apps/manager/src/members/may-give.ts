import type { MemberRole, Session } from '@bellwether/contracts';

/** Nobody raises others above themselves: only an owner makes owners. The server decides it again. */
export function mayGive(by: Session['role']): (role: MemberRole) => boolean {
  return (role) => by === 'owner' || role !== 'owner';
}
