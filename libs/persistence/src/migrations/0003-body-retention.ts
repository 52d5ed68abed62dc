import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Bodies in the inbox may be emptied when they are old; their keys stay. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Null: no longer kept.
  `alter table inbox alter column body drop not null`,

  // One row: everything in the inbox up to here has been looked at.
  `create table body_retention (
    only_one boolean primary key default true check (only_one),
    looked_up_to bigint not null default 0
  )`,
  `insert into body_retention default values`,

  // What was old enough and still needed when it was looked at.
  `create table body_needed (inbox_id bigint primary key)`,
  `create index parked_inbox on parked (inbox_id) where resolved_at is null`,
];
