import { createHash } from 'node:crypto';
import type { Source, Sources } from '@bellwether/application';
import type { Database } from '../open-database.js';
import { SOURCE_COLUMNS, sourceFromRow } from './source-row.js';

/** Sources in PostgreSQL. */
export class PostgresSources implements Sources {
  constructor(private readonly database: Database) {}

  async byAddress(address: string): Promise<Source | undefined> {
    const row = await this.#sources().where('source.address', '=', address).executeTakeFirst();
    return row && sourceFromRow(row);
  }

  async byApiKey(key: string): Promise<Source | undefined> {
    const row = await this.#sources()
      .innerJoin('access_key', 'access_key.source_id', 'source.id')
      .where('access_key.hash', '=', hashOfKey(key))
      .where('access_key.role', '=', 'source')
      .where('access_key.revoked_at', 'is', null)
      .executeTakeFirst();
    return row && sourceFromRow(row);
  }

  #sources() {
    return this.database
      .selectFrom('source')
      .innerJoin('organisation', 'organisation.id', 'source.organisation_id')
      .select(SOURCE_COLUMNS);
  }
}

/** Keys are long and random, so a plain hash keeps them. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
