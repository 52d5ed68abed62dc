import type { OrganisationId, SourceId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

const CHUNK_BYTES = 1_048_576;

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
      return { id, bytes: await this.#keepAll(id, stream) };
    } catch (error) {
      await this.discard(id);
      throw error;
    }
  }

  /** Hands the file over to whoever imports. */
  async release(id: number, sourceId: SourceId, bytes: number): Promise<void> {
    await this.database
      .updateTable('import')
      .set({ state: 'waiting', source_id: sourceId, bytes })
      .where('id', '=', id)
      .execute();
  }

  async discard(id: number): Promise<void> {
    await this.database.deleteFrom('import').where('id', '=', id).execute();
  }

  async *read(id: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let number = 0; ; number += 1) {
      const chunk = await this.database
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
  async unfinished(): Promise<readonly number[]> {
    await this.database
      .deleteFrom('import')
      .where('state', '=', 'uploading')
      .where('started_at', '<', sql<number>`now() - interval '1 day'`)
      .execute();
    const rows = await this.database
      .selectFrom('import')
      .select('id')
      .where('uploaded', '=', true)
      .where('finished_at', 'is', null)
      .where('state', '<>', 'uploading')
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id);
  }

  async #keepAll(id: number, stream: AsyncIterable<Uint8Array>): Promise<number> {
    let [size, number] = [0, 0];
    let pending: Uint8Array[] = [];
    let pendingSize = 0;
    const write = async (): Promise<void> => {
      const bytes = Buffer.concat(pending);
      await this.database
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
