import { PublicError } from '../http/public-error.js';

/** @throws PublicError when somebody was not changed, with the reason. */
export function refuseUnchanged(
  outcome:
    | 'changed'
    | 'removed'
    | 'unknown-person'
    | 'unknown-identity'
    | 'unknown-manager'
    | 'manager-in-circle'
    | 'erased'
    | 'last-owner',
  id: number,
): void {
  switch (outcome) {
    case 'changed':
    case 'removed':
      return;
    case 'unknown-person':
      throw new PublicError('not-found', `There is no person ${id}`);
    case 'unknown-identity':
      throw new PublicError('not-found', 'They do not go by this identity');
    case 'unknown-manager':
      throw new PublicError('impossible', 'There is no such manager', '/manager');
    case 'manager-in-circle':
      throw new PublicError('impossible', 'They would be their own manager', '/manager');
    case 'last-owner':
      throw new PublicError('conflict', 'Somebody must be the owner; make somebody else one first');
    case 'erased':
      throw new PublicError('conflict', 'They were erased on request and are not named again');
  }
}
