import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Screens that wait to be paired by their code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table pairing (
    device_hash bytea primary key,
    user_code text not null unique,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    -- Whose screen it is to be, once somebody has typed the code.
    organisation_id integer references organisation,
    screen_id integer references screen,
    -- The key that was handed over: asked again, it is replaced.
    key_hash bytea references access_key
  )`,
  `create index pairing_expiry on pairing (expires_at)`,
  `create index access_key_screen on access_key (screen_id) where screen_id is not null`,
];
