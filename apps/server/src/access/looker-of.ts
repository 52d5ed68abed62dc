import type { Looker } from '@bellwether/application';
import type { PersonId } from '@bellwether/domain';
import type { Caller } from './grants.js';

/** Who looks at a board, by what a key or an account opens. */
export function lookerOf({ grant, account }: Caller): Looker {
  const personId =
    grant.role === 'rep' ? (grant.personId as PersonId) : (account?.personId ?? null);
  const manages = grant.role === 'manager' ? grant.teamIds : [];
  return { kind: kindOf(grant.role), personId, manages };
}

/** Whether somebody manages others, and so is told values that are kept from them. */
export function readsValues({ role }: Caller['grant']): boolean {
  const kind = kindOf(role);
  return kind === 'runner' || kind === 'manager';
}

function kindOf(role: Caller['grant']['role']): Looker['kind'] {
  switch (role) {
    case 'owner':
    case 'admin':
      return 'runner';
    case 'manager':
    case 'rep':
      return role;
    case 'viewer':
    case 'screen':
    case 'source':
    case 'provisioner':
      return 'onlooker';
  }
}
