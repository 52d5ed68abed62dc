import { sql } from 'kysely';
import type { Database } from '../open-database.js';

/** Whether PostgreSQL itself keeps organisations apart: it does not for a role that passes its rules. */
export async function isKeptApart(database: Database): Promise<boolean> {
  const { rows } = await sql<{ passes: boolean }>`
    select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user
  `.execute(database.across('readiness'));
  return rows[0]?.passes === false;
}
