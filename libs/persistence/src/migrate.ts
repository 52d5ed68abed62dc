import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as foundation from './migrations/0001-foundation.js';
import * as imports from './migrations/0002-imports.js';
import * as bodyRetention from './migrations/0003-body-retention.js';
import type { Database } from './open-database.js';

/** In order; a name that has run is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-imports': imports,
  '0003-body-retention': bodyRetention,
};

/**
 * Brings the tables up to date, and answers what had to be done. Safe from several processes at
 * once: PostgreSQL's lock lets one work and the others find it done.
 * @throws Error that names the step that failed.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName;
    throw new Error(`The database could not be brought up to date${failed ? ` (${failed})` : ''}`, {
      cause: error,
    });
  }
  return results.map(({ migrationName }) => migrationName);
}
