import type { Actor } from '@bellwether/application';
import type { Caller } from './grants.js';

/** Who is calling, as the audit names them: somebody who signed in, or a key by its label and its role. */
export function actorOf({ account, grant: { role }, label = role }: Caller): Actor {
  if (account) return { kind: 'account', id: account.userId, name: account.name };
  const name = label.toLowerCase() === role ? label : `${label} (${role})`;
  return { kind: 'key', id: null, name };
}
