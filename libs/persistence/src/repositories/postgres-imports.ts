import type {
  Actor,
  ImportProgress,
  ImportSources,
  ImportState,
  ImportStep,
  Imports,
  NewImport,
  UnfinishedImport,
} from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { insertSource } from '../source-secrets/insert-source.js';
import type { SourceSecrets } from '../source-secrets/sealed-secrets.js';
import { noteChange } from './note-change.js';

type Row = Selectable<Schema['import']>;

/** Sets our advisory locks apart from those of others; the second number is the import's. */
const LOCKS = 1_768_779_378;
const MOST_LISTED = 50;
/** For how many days verdicts can be asked for. */
const KEPT_DAYS = 30;

/** Imports in PostgreSQL. Who works on one holds a lock that ends with its connection. */
export class PostgresImports implements Imports, ImportSources {
  constructor(
    private readonly database: Database,
    /** Makes the address and the secret of a source. */
    private readonly secrets: { address(kind: string): string; webhookSecret(): string },
    private readonly sealing: SourceSecrets,
  ) {}

  async begin(organisationId: OrganisationId, started: NewImport, by: Actor): Promise<number> {
    await this.#forgetOld(organisationId);
    const { fingerprint } = started;
    const known =
      fingerprint === null
        ? undefined
        : await this.database
            .of(organisationId)
            .selectFrom('import')
            .select('id')
            .where('organisation_id', '=', organisationId)
            .where('fingerprint', '=', fingerprint)
            .where('finished_at', 'is', null)
            .executeTakeFirst();
    if (known) return known.id;
    const { name, bytes } = started;
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const { id } = await transaction
          .insertInto('import')
          .values({
            organisation_id: organisationId,
            source_id: started.sourceId,
            name,
            fingerprint,
            options: JSON.stringify(started.options),
            state: 'running',
            uploaded: false,
            bytes,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await noteChange(transaction, organisationId, by, {
          deed: 'import-started',
          subject: ['import', id, name],
          after: { bytes },
        });
        return id;
      });
  }

  async claim<Result>(
    organisationId: OrganisationId,
    id: number,
    work: (unfinished: UnfinishedImport) => Promise<Result>,
  ): Promise<Result | 'busy' | undefined> {
    const database = this.database.of(organisationId);
    return database.connection().execute(async (connection) => {
      const { rows } = await sql<{
        locked: boolean;
      }>`select pg_try_advisory_lock(${LOCKS}::int, ${id}::int) as locked`.execute(connection);
      if (!rows[0]?.locked) return 'busy';
      try {
        const row = await connection
          .updateTable('import')
          .set({ state: 'running' })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .where('state', 'in', ['waiting', 'running'])
          .returningAll()
          .executeTakeFirst();
        return row && (await work(unfinishedOf(row)));
      } finally {
        await sql`select pg_advisory_unlock(${LOCKS}::int, ${id}::int)`.execute(connection);
      }
    });
  }

  async advance(
    organisationId: OrganisationId,
    id: number,
    { verdicts, lastRow, bytesRead, ...counts }: ImportStep,
  ): Promise<void> {
    const database = this.database.of(organisationId);
    await database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('import_verdict')
        .values({ import_id: id, last_row: lastRow, lines: verdicts })
        .execute();
      await transaction
        .updateTable('import')
        .set({ ...counts, last_row: lastRow, bytes_read: bytesRead })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
    });
  }

  async finish(organisationId: OrganisationId, id: number, problem: string | null): Promise<void> {
    const database = this.database.of(organisationId);
    await database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('import')
        .set({
          state: problem === null ? 'done' : 'failed',
          problem,
          finished_at: sql<string>`now()`,
          ...(problem === null && { bytes_read: sql<number>`bytes` }),
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await transaction.deleteFrom('import_chunk').where('import_id', '=', id).execute();
    });
  }

  async named(organisationId: OrganisationId, name: string, by: Actor): Promise<SourceId> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        // Two imports at once must not make two sources.
        await transaction
          .selectFrom('organisation')
          .select('id')
          .where('id', '=', organisationId)
          .forUpdate()
          .executeTakeFirst();
        const known = await transaction
          .selectFrom('source')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where('kind', '=', 'canonical')
          .where('name', '=', name)
          .orderBy('id')
          .executeTakeFirst();
        if (known) return known.id as SourceId;
        const source = {
          kind: 'canonical',
          name,
          address: this.secrets.address('canonical'),
          secrets: [this.secrets.webhookSecret()],
          settings: {},
        };
        const id = await insertSource(transaction, organisationId, source, this.sealing);
        await noteChange(transaction, organisationId, by, {
          deed: 'source-added',
          subject: ['source', id, name],
          after: { kind: 'canonical' },
        });
        return id as SourceId;
      });
  }

  /** Newest first. */
  async list(organisationId: OrganisationId): Promise<readonly ImportProgress[]> {
    const rows = await this.#of(organisationId).orderBy('id', 'desc').limit(MOST_LISTED).execute();
    return rows.map(progressOf);
  }

  async read(organisationId: OrganisationId, id: number): Promise<ImportProgress | undefined> {
    const row = await this.#of(organisationId).where('id', '=', id).executeTakeFirst();
    return row && progressOf(row);
  }

  /** The lines of its verdict file, some rows at a time. */
  async *verdicts(organisationId: OrganisationId, id: number): AsyncGenerator<string> {
    let after = 0;
    for (;;) {
      const part = await this.database
        .of(organisationId)
        .selectFrom('import_verdict')
        .innerJoin('import', 'import.id', 'import_verdict.import_id')
        .select(['import_verdict.last_row', 'import_verdict.lines'])
        .where('import.organisation_id', '=', organisationId)
        .where('import.id', '=', id)
        .where('import_verdict.last_row', '>', after)
        .orderBy('import_verdict.last_row')
        .limit(1)
        .executeTakeFirst();
      if (!part) return;
      after = part.last_row;
      yield part.lines;
    }
  }

  #of(organisationId: OrganisationId) {
    return this.database
      .of(organisationId)
      .selectFrom('import')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('state', '<>', 'uploading');
  }

  async #forgetOld(organisationId: OrganisationId): Promise<void> {
    await this.database
      .of(organisationId)
      .deleteFrom('import')
      .where('organisation_id', '=', organisationId)
      .where('started_at', '<', sql<number>`now() - make_interval(days => ${KEPT_DAYS})`)
      .where('finished_at', 'is not', null)
      .execute();
  }
}

function progressOf(row: Row): ImportProgress {
  const { id, name, bytes, rows, accepted, parked, duplicates, ignored, refused, problem } = row;
  return {
    id,
    name,
    bytes,
    rows,
    accepted,
    parked,
    duplicates,
    ignored,
    refused,
    problem,
    state: row.state as ImportState,
    bytesRead: row.bytes_read,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

function unfinishedOf(row: Row): UnfinishedImport {
  return {
    ...progressOf(row),
    organisationId: row.organisation_id as OrganisationId,
    sourceId: row.source_id as SourceId,
    options: row.options,
    lastRow: row.last_row,
  };
}
