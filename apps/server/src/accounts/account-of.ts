import type { Caller, CallingAccount } from '../access/grants.js';
import { PublicError } from '../http/public-error.js';

/** @throws PublicError when a key is calling. */
export function accountOf({ account }: Caller): CallingAccount {
  if (account) return account;
  throw new PublicError('impossible', 'This is a key; only somebody who signed in has an account');
}
