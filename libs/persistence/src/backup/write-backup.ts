import type { BackupHeader } from '@bellwether/contracts';
import { BACKUP_FORMAT } from '@bellwether/contracts';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CheckedRows } from './checked-rows.js';
import { MAGIC, frame } from './frames.js';
import { enterScope } from '../row-security/enter-scope.js';
import type { TableShape } from './list-tables.js';
import { listTables } from './list-tables.js';

/** Written at once; rows come one by one. */
const FRAME_BYTES = 256 * 1_024;

export interface BackupSettings {
  readonly databaseUrl: string;
  readonly product: string;
  readonly now: Date;
  readonly onProgress: (done: number, of: number, table: string) => void;
}

/**
 * All that PostgreSQL holds, as of one moment, while everybody goes on working. It is not packed.
 */
export async function* writeBackup(settings: BackupSettings): AsyncGenerator<Buffer> {
  const client = new pg.Client({
    connectionString: settings.databaseUrl,
    application_name: 'bellwether backup',
  });
  await client.connect();
  await enterScope(client, 'maintenance');
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await listTables(client);
    const header = await headerOf(client, tables, settings);
    const of = header.tables.reduce((sum, { rows }) => sum + rows, 0);
    yield MAGIC;
    yield* frame('H', header);
    let done = 0;
    for (const table of tables) {
      const checked = new CheckedRows();
      yield* frame('T', { name: table.name, columns: table.columns });
      for await (const data of rowsOf(client, table)) {
        checked.add(data);
        settings.onProgress(done + checked.rows, of, table.name);
        yield* frame('D', data);
      }
      yield* frame('E', checked.end());
      done += checked.rows;
    }
    yield* frame('Z', { tables: tables.length });
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function headerOf(
  client: pg.Client,
  tables: readonly TableShape[],
  { product, now }: BackupSettings,
): Promise<BackupHeader> {
  const { rows } = await client.query<{ level: string }>(
    'select max(name) as level from kysely_migration',
  );
  const sizes: { name: string; rows: number }[] = [];
  for (const { name } of tables) {
    const counted = await client.query<{ rows: string }>(
      `select count(*) as rows from ${pg.escapeIdentifier(name)}`,
    );
    sizes.push({ name, rows: Number(counted.rows[0]?.rows ?? 0) });
  }
  const level = rows[0]?.level ?? '';
  return { format: BACKUP_FORMAT, level, product, takenAt: now.toISOString(), tables: sizes };
}

async function* rowsOf(client: pg.Client, { name, columns }: TableShape): AsyncGenerator<Buffer> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${list}) to stdout`));
  let kept: Buffer[] = [];
  let size = 0;
  for await (const row of rows as AsyncIterable<Buffer>) {
    kept.push(row);
    size += row.length;
    if (size < FRAME_BYTES) continue;
    yield Buffer.concat(kept);
    [kept, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(kept);
}
