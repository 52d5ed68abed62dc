import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** History that is counted anew because what counts was changed, and how far that has come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await onlyItsOrganisation(db, 'rescoring');
}

const STATEMENTS = [
  `create table rescoring (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    reason text not null,
    state text not null default 'running' check (state in ('running', 'done', 'cancelled')),
    -- The last record that was looked at; those after up_to were scored by what is in force anyway.
    cursor bigint not null default 0,
    up_to bigint not null,
    done integer not null default 0,
    total integer not null,
    started_at timestamptz not null default now(),
    ended_at timestamptz
  )`,
  `create unique index rescoring_running on rescoring (organisation_id) where state = 'running'`,
  `create index rescoring_organisation on rescoring (organisation_id, id)`,
];
