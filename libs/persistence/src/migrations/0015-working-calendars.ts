import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** When people work. It is read and written with the rest of a profile, and whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table person
        -- 1 is Monday; null: as everybody.
        add working_days integer[],
        add absences jsonb not null default '[]'`,
    )
    .execute(db);
}
