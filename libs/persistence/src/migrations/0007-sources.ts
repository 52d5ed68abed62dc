import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** What the desk of a source shows and does: its log, its pause, its rotation, its silence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  for (const table of NEW_TABLES) await onlyItsOrganisation(db, table);
}

const NEW_TABLES = ['inbox_held', 'turned_away', 'refusal_hour', 'ignored_person'];

const STATEMENTS = [
  // The log of one source, newest first, and the hours in which it sends. Its end grows, nothing else.
  `create index inbox_of_source on inbox (source_id, received_at, id)`,
  // Shows that everything works, and counts nowhere.
  `alter table inbox add column test boolean not null default false`,
  // What a paused source sends: kept like everything, and put in the queue when it goes on.
  `create table inbox_held (
    organisation_id integer not null,
    source_id integer not null,
    inbox_id bigint primary key
  )`,
  // What a delivery moved is asked for by its records.
  `create index entry_of_record on entry (organisation_id, record_id)`,

  // The newest requests of each source that brought nothing new; older ones make room.
  `create table turned_away (
    id bigint generated always as identity primary key,
    organisation_id integer not null references organisation,
    source_id integer not null references source,
    at timestamptz not null,
    -- refused, duplicate or ignored
    kind text not null,
    reason text not null,
    size integer not null,
    -- Its beginning, of a request that had proved whose it is.
    body text
  )`,
  `create index turned_away_source on turned_away (source_id, kind, at, id)`,
  // How many requests were refused, by the hour: the ring above does not remember them all.
  `create table refusal_hour (
    organisation_id integer not null references organisation,
    source_id integer not null references source,
    hour timestamptz not null,
    refused bigint not null,
    last_at timestamptz not null,
    primary key (source_id, hour)
  )`,

  // While secrets are rotated: until when the old ones are valid, and when each was used last.
  `alter table source
    add column old_secrets_until timestamptz,
    add column old_secret_used_at timestamptz,
    add column new_secret_used_at timestamptz,
    -- Minutes of working time; null is by its own rhythm, 0 is never.
    add column silent_after_minutes integer`,

  // Somebody has looked at it, and it is not to count.
  `alter table parked add column ignored_at timestamptz`,
  // Whose deliveries are not to count, now and later, e.g. those of a test account.
  `create table ignored_person (
    organisation_id integer not null references organisation,
    subject text not null,
    ignored_at timestamptz not null default now(),
    primary key (organisation_id, subject)
  )`,
];
