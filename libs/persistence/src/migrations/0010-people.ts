import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** What a directory tells of people, their photos, and how they leave. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await onlyItsOrganisation(db, 'person_photo');
}

const STATEMENTS = [
  `alter table person
    add nickname text,
    add pronunciation text,
    add job_title text,
    add manager_id integer references person,
    add hired_on date,
    add left_on date,
    -- Where they work, when that is elsewhere.
    add time_zone text,
    add erased_at timestamptz`,
  `create table person_photo (
    person_id integer primary key references person,
    organisation_id integer not null references organisation,
    -- Its address: another picture has another.
    name text not null unique,
    type text not null,
    bytes bytea not null
  )`,
  `alter table person_photo alter column bytes set storage external`,
  // Identities of those who were erased are kept as hashes of this and themselves.
  `alter table organisation add erasure_salt text not null default gen_random_uuid()::text`,
  `create index access_key_person on access_key (person_id) where person_id is not null`,
];
