import type { MemberRole } from '@bellwether/contracts';

export interface RoleWords {
  readonly role: MemberRole;
  readonly label: string;
  /** What it lets somebody do. */
  readonly says: string;
}

/** What people may be, from those who may most. */
export const ROLES: readonly RoleWords[] = [
  { role: 'owner', label: 'Owner', says: 'Runs everything, and says who else does' },
  { role: 'admin', label: 'Admin', says: 'Runs people, sources, walls and access' },
  {
    role: 'manager',
    label: 'Manager',
    says: 'Sees everything, runs walls, opens phones of own teams',
  },
  { role: 'rep', label: 'Rep', says: 'Sees the boards, and own numbers on the phone' },
  { role: 'viewer', label: 'Viewer', says: 'Sees the boards. For fans and executives' },
];

export function roleLabel(role: string): string {
  return ROLES.find((one) => one.role === role)?.label ?? role;
}
