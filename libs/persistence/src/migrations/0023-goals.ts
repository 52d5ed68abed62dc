import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** What people and teams are to bring in, as it was set at the desk; each is told to the ledger as a quota. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await onlyItsOrganisation(db, 'goal');
}

const STATEMENTS = [
  `create table goal (
    organisation_id integer not null references organisation,
    -- Of which no other goal has the same: the record of the quota goes by it.
    name text not null,
    -- Who is credited: the person, or the manager who answers for the team.
    person_id integer not null references person,
    team_id integer references team,
    measure text not null,
    product text,
    -- Null for relief.
    period text,
    starts_on date not null,
    ends_on date not null,
    -- Of relief only; its value is what it takes off.
    reason text,
    -- In the smallest part; null once it is cleared: whoever sets it again goes on with the same record.
    value bigint check (value >= 0),
    changed_at bigint not null,
    primary key (organisation_id, name)
  )`,
  `create index goal_days on goal (organisation_id, measure, product, starts_on)`,
];
