import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * Keeps the parts of a record as the text they are written in. They are written whole and read
 * whole, never searched: taking them apart into `jsonb` was half of what writing a record cost.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table record
      alter column history type json using history::json,
      alter column booked type json using booked::json,
      alter column claims type json using claims::json
  `.execute(db);
  // Nothing looks for all records of an organisation; every look-up names the record.
  await sql`drop index record_organisation`.execute(db);
}
