import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * Shows, and lets change, the rows of a table only to the organisation they belong to, or to work that
 * is named in `across.ts`; also to the owner of the table. Every migration that makes a table with
 * `organisation_id` calls it. `column` names the organisation; with `of`, it names a row of that table,
 * and who sees that sees this.
 */
export async function onlyItsOrganisation(
  db: Kysely<unknown>,
  name: string,
  { column = 'organisation_id', of }: { readonly column?: string; readonly of?: string } = {},
): Promise<void> {
  const [table, whose] = [sql.table(name), sql.ref(column)];
  // In brackets with `select`: worked out once for a statement, not once for a row.
  const rule = of
    ? sql`exists (select from ${sql.table(of)} owner where owner.id = ${whose})`
    : sql`${whose} = (select nullif(current_setting('bellwether.organisation', true), '')::integer)
        or (select current_setting('bellwether.across', true) = 'on')`;
  await sql`alter table ${table} enable row level security`.execute(db);
  await sql`alter table ${table} force row level security`.execute(db);
  await sql`create policy only_its_organisation on ${table} using (${rule})`.execute(db);
}
