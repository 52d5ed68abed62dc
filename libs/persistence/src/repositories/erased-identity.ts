import { createHash } from 'node:crypto';

/**
 * What stands for an identity such as `email:ada@example.com` once its person was erased: the same one
 * is found again by it, and nobody can read it.
 */
export function erasedIdentity(salt: string, identity: string): string {
  const namespace = identity.slice(0, identity.indexOf(':'));
  const hash = createHash('sha256').update(`${salt} ${identity}`).digest('hex');
  return `${namespace}:erased-${hash}`;
}
