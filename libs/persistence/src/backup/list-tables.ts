import type pg from 'pg';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that the database numbers by itself. */
  readonly numbered: readonly string[];
  /** Its rows are shown by rules that hold for its owner, too. */
  readonly guarded: boolean;
}

interface TableRow {
  readonly name: string;
  readonly columns: string[];
  readonly numbered: string[];
  readonly guarded: boolean;
  readonly refers_to: string[];
}

/** All tables of ours, each after those it refers to. What the migrator keeps is not among them. */
export async function listTables(client: pg.Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableRow>(`
    select class.relname as name, class.relforcerowsecurity as guarded,
      array(select attname::text from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum) as columns,
      array(select attname::text from pg_attribute
        where attrelid = class.oid and attidentity <> '' and not attisdropped) as numbered,
      array(select other.relname::text from pg_constraint
        join pg_class other on other.oid = confrelid
        where conrelid = class.oid and contype = 'f' and confrelid <> conrelid) as refers_to
    from pg_class class
    where class.relkind = 'r' and class.relnamespace = current_schema()::regnamespace
      and class.relname not like 'kysely\\_%'
    order by class.relname
  `);
  const sorted: TableRow[] = [];
  while (sorted.length < rows.length) {
    const next = rows.filter(
      (row) =>
        !sorted.includes(row) &&
        row.refers_to.every((other) => sorted.some(({ name }) => name === other)),
    );
    if (next.length === 0) throw new Error('Tables refer to each other in a circle');
    sorted.push(...next);
  }
  return sorted;
}
