import type pg from 'pg';

/** Tables that name an organisation in every row, and the column that does; read from PostgreSQL. */
export async function tablesOfOrganisations(
  client: pg.Client,
): Promise<readonly { readonly table: string; readonly column: string }[]> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select relname as "table", attname as "column"
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not attisdropped
      and (attname = 'organisation_id' or (relname, attname) = ('organisation', 'id'))
    order by relname
  `);
  return rows;
}

/** A database in which a row may hold anything: nothing is checked but who may see it. */
export async function dropConditions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
    from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace
      and conrelid <> 0
    union all
    select format('alter table %s disable trigger user', oid::regclass)
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    union all select 'alter table organisation alter column id drop identity'
  `);
  for (const { statement } of rows) await client.query(statement);
}

/** The statement that puts a row of this organisation into any table; what must be filled is. */
export async function rowInto(
  client: pg.Client,
  table: string,
  column: string,
  organisationId: number,
): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull
       and not atthasdef and (attidentity = '' or attname = $2) and attname <> $2
     order by attnum`,
    [table, column],
  );
  const names = [column, ...rows.map(({ name }) => name)].map((name) => `"${name}"`);
  const values = [organisationId, ...rows.map(({ type }) => literalOf(type, organisationId))];
  return `insert into "${table}" (${names.join(', ')}) overriding system value values (${values.join(', ')})`;
}

function literalOf(type: string, number: number): string {
  if (type.endsWith('[]')) return `'{}'`;
  if (type === 'uuid') return `'00000000-0000-4000-8000-${String(number).padStart(12, '0')}'`;
  if (type === 'bytea') return `'\\x${String(number).padStart(4, '0')}'`;
  if (type.startsWith('json')) return `'{}'`;
  if (type === 'date' || type.startsWith('timestamp')) return `'2026-11-19'`;
  if (type === 'boolean') return 'false';
  if (type.startsWith('char')) return `'E'`;
  return `'${number}'`;
}
