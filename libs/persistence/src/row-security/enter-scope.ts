import type pg from 'pg';
import { SCOPED_ROLE } from './scoped-role.js';

/**
 * `organisation`: sees nothing until it is told whose rows are meant. `across`: sees the rows of every
 * organisation. `maintenance`: that, and stays whoever it signed in as, who may change tables.
 */
export type Scope = 'organisation' | 'across' | 'maintenance';

/** Sets up a new connection, in one round trip. */
export async function enterScope(client: pg.ClientBase, scope: Scope): Promise<void> {
  const across = scope === 'organisation' ? 'off' : 'on';
  const everything = scope === 'maintenance';
  await client.query(everything ? SEE_ALL : `${SEE_ALL}, ${GIVE_UP_BYPASSING}`, [
    across,
    ...(everything ? [] : [SCOPED_ROLE]),
  ]);
}

const SEE_ALL = `select set_config('bellwether.across', $1, false)`;

/** Where the role does not exist, or may not be taken, nothing changes: `isKeptApart` tells. */
const GIVE_UP_BYPASSING = `(
  select set_config('role', scoped.rolname, false)
  from pg_roles login join pg_roles scoped on scoped.rolname = $2
  where login.rolname = session_user and (login.rolsuper or login.rolbypassrls)
    and pg_has_role(login.oid, scoped.oid, 'member')
)`;
