import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** What other currencies are worth in the organisation's own, from a day on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db);
  await onlyItsOrganisation(db, 'exchange_rate');
}

const TABLE = `create table exchange_rate (
  organisation_id integer not null references organisation,
  currency text not null,
  from_date date not null,
  -- As it was written: 0.9217 has four digits.
  rate text not null,
  primary key (organisation_id, currency, from_date)
)`;
