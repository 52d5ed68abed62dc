import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Files that are taken in, and how far that is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table import (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    -- Known once the header is read.
    source_id integer references source,
    name text not null,
    -- The same file read the same way has the same.
    fingerprint text,
    options jsonb not null,
    -- uploading, waiting, running, done or failed
    state text not null,
    -- Its bytes are kept here and not in a file somewhere.
    uploaded boolean not null,
    bytes bigint not null,
    bytes_read bigint not null default 0,
    -- The last row that is dealt with; the header is row 1.
    last_row bigint not null default 1,
    rows bigint not null default 0,
    accepted bigint not null default 0,
    parked bigint not null default 0,
    duplicates bigint not null default 0,
    ignored bigint not null default 0,
    refused bigint not null default 0,
    problem text,
    started_at timestamptz not null default now(),
    finished_at timestamptz
  )`,
  `create index import_organisation on import (organisation_id, id)`,
  `create index import_unfinished on import (id) where finished_at is null`,

  // The bytes of an uploaded file, until it is taken in.
  `create table import_chunk (
    import_id integer not null references import on delete cascade,
    number integer not null,
    bytes bytea not null,
    primary key (import_id, number)
  )`,
  `alter table import_chunk alter column bytes set storage external`,

  // Lines of the verdict file, some rows at a time.
  `create table import_verdict (
    import_id integer not null references import on delete cascade,
    last_row bigint not null,
    lines text not null,
    primary key (import_id, last_row)
  )`,
];
