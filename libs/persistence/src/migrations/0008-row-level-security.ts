import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** PostgreSQL itself keeps organisations apart, under the conditions that every query has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and attname = 'organisation_id' and not attisdropped and not relrowsecurity
    order by relname
  `.execute(db);
  for (const { name } of rows) await onlyItsOrganisation(db, name);
  await onlyItsOrganisation(db, 'organisation', { column: 'id' });
  await onlyItsOrganisation(db, 'import_chunk', { column: 'import_id', of: 'import' });
  await onlyItsOrganisation(db, 'import_verdict', { column: 'import_id', of: 'import' });
}
