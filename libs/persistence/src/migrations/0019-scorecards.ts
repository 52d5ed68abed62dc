import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** What people are measured by, and the days on which nobody works. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  for (const table of ['scorecard', 'own_target', 'holiday']) await onlyItsOrganisation(db, table);
}

const STATEMENTS = [
  `create table scorecard (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    name text not null,
    -- Whom it is for: people, job titles and teams.
    people integer[] not null,
    job_titles text[] not null,
    teams integer[] not null,
    lines jsonb not null,
    created_at timestamptz not null default now()
  )`,
  `create index scorecard_organisation on scorecard (organisation_id, id)`,
  `create table own_target (
    organisation_id integer not null references organisation,
    scorecard_id integer not null references scorecard on delete cascade,
    person_id integer not null references person,
    metric text not null,
    -- In the unit's smallest part; of a quotient, a share.
    target double precision not null check (target > 0),
    primary key (scorecard_id, person_id, metric)
  )`,
  `create index own_target_organisation on own_target (organisation_id)`,
  `create table holiday (
    organisation_id integer not null references organisation,
    date date not null,
    name text not null,
    primary key (organisation_id, date)
  )`,
];
