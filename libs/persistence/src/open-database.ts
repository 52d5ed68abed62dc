import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.js';

export type Database = Kysely<Schema>;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at the most. */
  readonly connections?: number;
  /** Called when a connection breaks; the pool opens another when needed. */
  readonly onError?: (error: Error) => void;
}

/** Opens a pool of connections. `destroy()` ends it. */
export function openDatabase(options: DatabaseOptions): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(options, types) }) });
}

/** A pool that reads every type as `pg` does by itself, for those who expect that. `end()` ends it. */
export function openPool(
  { url, connections = 10, onError }: DatabaseOptions,
  readAs?: pg.CustomTypesConfig,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...(readAs ? { types: readAs } : {}),
    application_name: 'bellwether',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', (error) => onError?.(error));
  // The pool hears only of connections that lie idle in it. One that breaks between two statements of
  // a transaction would end the process; the next statement on it fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8_ARRAY = 1016;

/** Whole numbers as numbers, days as text, moments as milliseconds since 1970. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === INT8) return Number;
    if (oid === DATE) return String;
    if (oid === TIMESTAMPTZ) return readMoment;
    if (oid === INT8_ARRAY) return (text: string) => readTexts(text).map(Number);
    return pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

const readDate = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date;
const readMoment = (text: string): number => readDate(text).getTime();
const readTexts = (text: string): string[] => text.slice(1, -1).split(',').filter(Boolean);
