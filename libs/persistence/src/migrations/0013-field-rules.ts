import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Where the fields of a source's records are taken from, and how often that was changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table source
      add column field_rules jsonb not null default '[]',
      add column settings_version integer not null default 0
  `.execute(db);
}
