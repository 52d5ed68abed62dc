import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** Which records belong together: those of a company, of a deal, of a conversation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await onlyItsOrganisation(db, 'gathering');
}

const STATEMENTS = [
  `create table gathering (
    organisation_id integer not null references organisation,
    gathered_by text not null check (gathered_by in ('account', 'deal', 'thread')),
    key text not null,
    record_id bigint not null,
    -- Of the record of an account: the company above it.
    parent text,
    primary key (organisation_id, gathered_by, key, record_id)
  )`,
  `create index gathering_record on gathering (organisation_id, record_id)`,
  `create index gathering_parent on gathering (organisation_id, parent) where parent is not null`,
];
