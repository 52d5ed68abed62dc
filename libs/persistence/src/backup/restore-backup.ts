import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { BackupHeader, TableStart } from '@bellwether/contracts';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { LATEST_LEVEL, isKnownLevel, migrate } from '../migrate.js';
import { openDatabase } from '../open-database.js';
import { enterScope } from '../row-security/enter-scope.js';
import { BackupRefused } from './backup-refused.js';
import type { TableShape } from './list-tables.js';
import { listTables } from './list-tables.js';
import { BackupReader } from './read-backup.js';

export interface RestoreSettings {
  /** Of a database that this version has brought up to date, and that has no organisation yet. */
  readonly databaseUrl: string;
  /** The unpacked file. */
  readonly chunks: AsyncIterable<Buffer>;
  readonly onProgress: (done: number, of: number, table: string) => void;
}

/**
 * Fills an empty database from a backup, in one transaction: all of it, or nothing. A backup of an
 * older version is filled into the tables of that version, which are then brought up to date.
 * @throws BackupRefused when the file is damaged or too new, or the database not empty.
 */
export async function restoreBackup(settings: RestoreSettings): Promise<BackupHeader> {
  const reader = await BackupReader.open(settings.chunks);
  const { level, product } = reader.header;
  if (!isKnownLevel(level)) {
    throw new BackupRefused(
      `It was made by Bellwether ${product}, whose tables ("${level}") this version does not know; ` +
        'bring Bellwether up to date first',
    );
  }
  const { databaseUrl } = settings;
  await withClient(databaseUrl, refuseUnlessEmpty);
  if (level !== LATEST_LEVEL) await beginAt(level, databaseUrl);
  try {
    await withClient(databaseUrl, (client) => fill(client, reader, settings));
  } finally {
    if (level !== LATEST_LEVEL) await migrateOn(databaseUrl);
  }
  return reader.header;
}

async function fill(
  client: pg.Client,
  reader: BackupReader,
  { onProgress }: RestoreSettings,
): Promise<void> {
  const tables = await listTables(client);
  const of = reader.header.tables.reduce((sum, { rows }) => sum + rows, 0);
  await client.query('begin');
  // Nobody founds an organisation meanwhile.
  await client.query('lock table organisation in access exclusive mode');
  await refuseUnlessEmpty(client);
  await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  // PostgreSQL copies into no table whose rules hold for whoever copies.
  await ruleOwner(client, tables, 'no force');
  let done = 0;
  for (let table = await reader.next(); table; table = await reader.next()) {
    const { name } = table;
    let filled = 0;
    const rows = reader.rows((count) => {
      filled = count;
      onProgress(done + count, of, name);
    });
    await fillTable(client, knownTable(tables, table), table, rows);
    done += filled;
  }
  for (const table of tables) await goOnNumbering(client, table);
  await ruleOwner(client, tables, 'force');
  await client.query('commit');
}

/** Whether row-level security holds for the owner of the tables, too. */
async function ruleOwner(
  client: pg.Client,
  tables: readonly TableShape[],
  force: 'force' | 'no force',
): Promise<void> {
  for (const { name } of tables.filter(({ guarded }) => guarded)) {
    await client.query(`alter table ${pg.escapeIdentifier(name)} ${force} row level security`);
  }
}

/** Names come from a file: only those that the database itself has are put into a statement. */
function knownTable(tables: readonly TableShape[], { name, columns }: TableStart): TableShape {
  const known = tables.find((table) => table.name === name);
  if (!known || columns.some((column) => !known.columns.includes(column))) {
    throw new BackupRefused(`The file is damaged: there is no table "${name}" with these columns`);
  }
  return known;
}

async function fillTable(
  client: pg.Client,
  { name }: TableShape,
  { columns }: TableStart,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const table = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin`));
  try {
    await pipeline(Readable.from(rows), table);
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupRefused(`The table "${name}" cannot be filled: ${reason}`, { cause: error });
  }
}

/** The next row gets a number that no restored one has. */
async function goOnNumbering(client: pg.Client, { name, numbered }: TableShape): Promise<void> {
  for (const column of numbered) {
    const last = `max(${pg.escapeIdentifier(column)})`;
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest(${last}, 1), ${last} is not null)
       from ${pg.escapeIdentifier(name)}`,
      [pg.escapeIdentifier(name), column],
    );
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(
    'select exists (select from organisation) as found',
  );
  if (rows[0]?.found !== false) {
    throw new BackupRefused(
      'The database has an organisation already; restore into an empty one ' +
        '(another BELLWETHER_DATA_DIR or DATABASE_URL)',
    );
  }
}

/** Takes the empty tables away and makes those of an older version. */
async function beginAt(level: string, databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const tables = (await listTables(client)).map(({ name }) => name);
    await client.query('begin');
    await client.query('lock table organisation in access exclusive mode');
    await refuseUnlessEmpty(client);
    for (const name of [...tables, 'kysely_migration', 'kysely_migration_lock']) {
      await client.query(`drop table ${pg.escapeIdentifier(name)} cascade`);
    }
    await client.query('drop function refuse_ledger_change()');
    await client.query('commit');
  });
  await migrateOn(databaseUrl, level);
}

async function migrateOn(databaseUrl: string, level?: string): Promise<void> {
  const database = openDatabase({ url: databaseUrl, connections: 2 });
  try {
    await migrate(database, level);
  } finally {
    await database.destroy();
  }
}

/** A transaction that is open at the end of the connection is undone. */
async function withClient<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'bellwether restore',
  });
  await client.connect();
  await enterScope(client, 'maintenance');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
