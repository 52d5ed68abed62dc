import type { OrganisationId } from '@bellwether/domain';
import type { PostgresPool } from 'kysely';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { AcrossOrganisations } from './across.js';
import type { Scope } from './row-security/enter-scope.js';
import { enterScope } from './row-security/enter-scope.js';
import type { Schema } from './schema.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at the most, and a quarter as many for what is done across organisations. */
  readonly connections?: number;
  /** Called when a connection breaks; the pool opens another when needed. */
  readonly onError?: (error: Error) => void;
}

/** Opens two pools of connections: for organisations, and across them. `destroy()` ends them. */
export function openDatabase(options: DatabaseOptions): Database {
  return new Database(options);
}

/**
 * PostgreSQL, with the organisations kept apart by row-level security: who does not say whose rows are
 * meant gets none.
 */
export class Database {
  readonly #scoped: pg.Pool;
  readonly #across: pg.Pool;
  readonly #everybody: Kysely<Schema>;
  readonly #organisations = new Map<OrganisationId, Kysely<Schema>>();
  /** What each connection is set to: it is told again only when it is handed to another organisation. */
  readonly #handedTo = new WeakMap<pg.PoolClient, OrganisationId>();

  constructor(private readonly options: DatabaseOptions) {
    const { connections = 10 } = options;
    this.#scoped = this.#pool(connections, 'organisation');
    this.#across = this.#pool(Math.ceil(connections / 4), 'across');
    this.#everybody = kyselyOn(this.#across);
  }

  /** The rows of one organisation. Nothing of another is seen, changed or written. */
  of(organisationId: OrganisationId): Kysely<Schema> {
    const known = this.#organisations.get(organisationId);
    if (known) return known;
    const opened = kyselyOn({
      options: this.#scoped.options,
      connect: () => this.#connectionFor(organisationId),
      end: () => Promise.resolve(),
    });
    this.#organisations.set(organisationId, opened);
    return opened;
  }

  /** The rows of every organisation, for work that the list in `across.ts` names. */
  across(_work: AcrossOrganisations): Kysely<Schema> {
    return this.#everybody;
  }

  /** All rows and the right to change tables, as whoever the address names, on a connection of its own. */
  async maintain<T>(work: (everything: Kysely<Schema>) => Promise<T>): Promise<T> {
    const everything = kyselyOn(this.#pool(1, 'maintenance'));
    try {
      return await work(everything);
    } finally {
      await everything.destroy();
    }
  }

  async destroy(): Promise<void> {
    await Promise.all([this.#scoped.end(), this.#across.end()]);
  }

  async #connectionFor(organisationId: OrganisationId): Promise<pg.PoolClient> {
    const client = await this.#scoped.connect();
    if (this.#handedTo.get(client) === organisationId) return client;
    try {
      const { text, values } = setOrganisation(organisationId);
      await client.query(text, values);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#handedTo.set(client, organisationId);
    return client;
  }

  #pool(connections: number, scope: Scope): pg.Pool {
    return openPoolIn(scope, { ...this.options, connections }, types);
  }
}

/**
 * A pool that reads every type as `pg` does by itself, for a library that expects that. It sees rows of
 * no organisation, only tables that belong to none. `end()` ends it.
 */
export function openPool(options: DatabaseOptions): pg.Pool {
  return openPoolIn('organisation', options);
}

function openPoolIn(
  scope: Scope,
  { url, connections = 10, onError }: DatabaseOptions,
  readAs?: pg.CustomTypesConfig,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...(readAs ? { types: readAs } : {}),
    application_name: 'bellwether',
    connectionTimeoutMillis: 10_000,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it; its types do not tell
    onConnect: (client) => enterScope(client, scope),
  });
  pool.on('error', (error) => onError?.(error));
  // The pool hears only of connections that lie idle in it. One that breaks between two statements of
  // a transaction would end the process; the next statement on it fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function kyselyOn(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

function setOrganisation(organisationId: OrganisationId): { text: string; values: string[] } {
  return {
    text: `select set_config('bellwether.organisation', $1, false)`,
    values: [String(organisationId)],
  };
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
