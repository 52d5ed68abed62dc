import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** When the organisation's weeks and years begin, and how many missed days a scorecard forgives. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table organisation
    -- 1 is Monday, 7 is Sunday.
    add column week_starts_on smallint not null default 1 check (week_starts_on between 1 and 7),
    add column fiscal_start_month smallint not null default 1
      check (fiscal_start_month between 1 and 12),
    add column fiscal_pattern text not null default 'months'
      check (fiscal_pattern in ('months', '4-4-5', '4-5-4', '5-4-4'))`,
  `alter table scorecard
    -- Of each month.
    add column forgiven_misses smallint not null default 0 check (forgiven_misses between 0 and 31)`,
];
