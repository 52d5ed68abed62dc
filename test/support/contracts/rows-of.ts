import type pg from 'pg';
import { tablesOfOrganisations } from '../row-of-any-table.js';

/** A digest of every row that an organisation has, by table. */
export async function digestOf(
  client: pg.Client,
  organisationId: number,
): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {};
  for (const { table, column } of await tablesOfOrganisations(client)) {
    const { rows } = await client.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
       from "${table}" t where "${column}" = $1`,
      [organisationId],
    );
    digests[table] = rows[0]?.digest ?? '';
  }
  const { rows } = await client.query<{ digest: string }>(ACCOUNTS, [organisationId]);
  return { ...digests, accounts: rows[0]?.digest ?? '' };
}

/** Who signs in belongs to an organisation by being its member. */
const ACCOUNTS = `
  with belongs as (select user_id from member where organisation_id = $1), rows as (
    select u::text as row from account_user u where id in (table belongs)
    union all select s::text from account_session s where "userId" in (table belongs)
    union all select l::text from account_login l where "userId" in (table belongs)
    union all select p::text from account_passkey p where "userId" in (table belongs)
    union all select f::text from account_two_factor f where "userId" in (table belongs)
  ) select count(*) || ' ' || md5(string_agg(row, '|' order by row)) as digest from rows`;

/** Numbers of rows of the organisation, so many from each table, oldest and newest. */
export async function idsOf(
  client: pg.Client,
  organisationId: number,
  each = 3,
): Promise<readonly number[]> {
  const { rows: tables } = await client.query<{ table: string }>(`
    select relname as "table" from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'organisation_id')
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'id'
        and atttypid in ('int4'::regtype, 'int8'::regtype))
  `);
  const ids: number[] = [];
  for (const { table } of tables) {
    const { rows } = await client.query<{ id: string }>(
      `(select id from "${table}" where organisation_id = $1 order by id desc limit $2 / 2)
       union (select id from "${table}" where organisation_id = $1 order by id limit ($2 + 1) / 2)`,
      [organisationId, each],
    );
    ids.push(...rows.map(({ id }) => Number(id)));
  }
  return ids;
}

/** From here on no number of a row is one that a row of another kind, or an older one, has. */
export async function numberFarAway(client: pg.Client): Promise<void> {
  await client.query(`do $$
    declare
      sequence record;
      place integer := 0;
    begin
      for sequence in select oid::regclass as name from pg_class where relkind = 'S' loop
        place := place + 1;
        execute format('alter sequence %s restart with %s', sequence.name, place * 1000000);
      end loop;
    end $$`);
}
