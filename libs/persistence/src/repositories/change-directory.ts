import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';

/** Changes of a directory come one after the other; each makes a new version. */
export function changeDirectory<T>(
  database: Database,
  organisationId: OrganisationId,
  work: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return database
    .of(organisationId)
    .transaction()
    .execute(async (transaction) => {
      await transaction
        .updateTable('organisation')
        .set({ directory_version: sql`directory_version + 1` })
        .where('id', '=', organisationId)
        .execute();
      return work(transaction);
    });
}
