import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Keys of screens are replaced while they play. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table access_key
    -- To the screen itself, which can replace it; an address made by hand may stand anywhere.
    add column handed_over boolean not null default false,
    -- The key that ends once this one has taken over.
    add column replaces bytea references access_key on delete set null,
    add column first_used_at timestamptz`,
  `create index access_key_replaces on access_key (replaces) where replaces is not null`,
  // Keys that were made before are to be replaced.
  `alter table screen add column keys_asked_at timestamptz`,
];
