import type { Actor } from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { noteChange } from './note-change.js';

const CHUNK_BYTES = 1_048_576;

/** An uploaded file that is not taken in yet. */
export interface UnfinishedFile {
  readonly id: number;
  readonly organisationId: OrganisationId;
}

/** Uploaded files in PostgreSQL, so that any process can go on with one, also after a crash. */
export class PostgresImportFiles {
  constructor(private readonly database: Database) {}

  /** Keeps what streams in; nothing is left of it when the stream breaks. Answers its id and size. */
  async keep(
    organisationId: OrganisationId,
    about: { readonly name: string; readonly options: unknown },
    stream: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly id: number; readonly bytes: number }> {
    const { id } = await this.database
      .of(organisationId)
      .insertInto('import')
      .values({
        organisation_id: organisationId,
        source_id: null,
        name: about.name,
        options: JSON.stringify(about.options),
        state: 'uploading',
        uploaded: true,
        bytes: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    try {
      return { id, bytes: await this.#keepAll(organisationId, id, stream) };
    } catch (error) {
      await this.discard(organisationId, id);
      throw error;
    }
  }

  /** Hands the file over to whoever imports. */
  async release(
    organisationId: OrganisationId,
    id: number,
    sourceId: SourceId,
    bytes: number,
    by: Actor,
  ): Promise<void> {
    await this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const { name } = await transaction
          .updateTable('import')
          .set({ state: 'waiting', source_id: sourceId, bytes })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .returning('name')
          .executeTakeFirstOrThrow();
        await noteChange(transaction, organisationId, by, {
          deed: 'import-started',
          subject: ['import', id, name],
          after: { bytes },
        });
      });
  }

  async discard(organisationId: OrganisationId, id: number): Promise<void> {
    await this.database
      .of(organisationId)
      .deleteFrom('import')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
  }

  async *read(
    organisationId: OrganisationId,
    id: number,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    for (let number = 0; ; number += 1) {
      const chunk = await this.database
        .of(organisationId)
        .selectFrom('import_chunk')
        .select('bytes')
        .where('import_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst();
      if (!chunk) return;
      yield chunk.bytes;
    }
  }

  /** Uploaded files that are not taken in, oldest first; uploads that nobody finished are dropped. */
  async unfinished(): Promise<readonly UnfinishedFile[]> {
    const everybody = this.database.across('waiting work');
    await everybody
      .deleteFrom('import')
      .where('state', '=', 'uploading')
      .where('started_at', '<', sql<number>`now() - interval '1 day'`)
      .execute();
    const rows = await everybody
      .selectFrom('import')
      .select(['id', 'organisation_id'])
      .where('uploaded', '=', true)
      .where('finished_at', 'is', null)
      .where('state', '<>', 'uploading')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      organisationId: row.organisation_id as OrganisationId,
    }));
  }

  async #keepAll(
    organisationId: OrganisationId,
    id: number,
    stream: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    let [size, number] = [0, 0];
    let pending: Uint8Array[] = [];
    let pendingSize = 0;
    const write = async (): Promise<void> => {
      const bytes = Buffer.concat(pending);
      await this.database
        .of(organisationId)
        .insertInto('import_chunk')
        .values({ import_id: id, number, bytes })
        .execute();
      number += 1;
      [pending, pendingSize] = [[], 0];
    };
    for await (const part of stream) {
      size += part.length;
      pending.push(part);
      pendingSize += part.length;
      if (pendingSize >= CHUNK_BYTES) await write();
    }
    if (pendingSize > 0) await write();
    return size;
  }
}
