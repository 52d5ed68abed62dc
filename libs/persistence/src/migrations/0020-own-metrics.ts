import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** What each version of a metric of one's own was worded as, so that it can be worded anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db);
  await onlyItsOrganisation(db, 'own_metric');
}

const TABLE = `create table own_metric (
  organisation_id integer not null references organisation,
  key text not null,
  version integer not null,
  draft json not null,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, key, version),
  foreign key (organisation_id, key, version) references metric (organisation_id, key, version)
)`;
