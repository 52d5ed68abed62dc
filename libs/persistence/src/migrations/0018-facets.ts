import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** Daily totals once more, by what they can be broken down by: channel, product, step, … */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await onlyItsOrganisation(db, 'daily_facet');
}

const STATEMENTS = [
  `create table daily_facet (
    organisation_id integer not null references organisation,
    measure_id integer not null,
    person_id integer not null,
    date date not null,
    -- Empty where the record has no such value.
    facet text not null,
    quantity bigint not null,
    primary key (organisation_id, measure_id, person_id, date, facet)
  ) with (fillfactor = 70)`,
];
