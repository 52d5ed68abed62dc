import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** Who sees which metric: of its own, because a new version of a metric is for the same people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db);
  await onlyItsOrganisation(db, 'metric_privacy');
}

const TABLE = `create table metric_privacy (
  organisation_id integer not null references organisation,
  metric text not null,
  audience text not null check (audience in ('everyone', 'team', 'managers', 'person')),
  shows text not null check (shows in ('value', 'progress', 'rank')),
  -- How many are listed; null is all.
  places integer check (places > 0),
  primary key (organisation_id, metric)
)`;
