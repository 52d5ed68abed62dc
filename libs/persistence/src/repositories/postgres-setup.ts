import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { hashOfKey } from './postgres-sources.js';

/** The one-time link by which the first organisation is founded. */
export class PostgresSetup {
  constructor(private readonly database: Database) {}

  /** Whether nobody has founded an organisation here yet. */
  async isNew(): Promise<boolean> {
    const row = await this.database
      .across('founding')
      .selectFrom('organisation')
      .select('id')
      .limit(1)
      .execute();
    return row.length === 0;
  }

  /** Replaces the link that was there: only the newest works. */
  async offer(token: string): Promise<void> {
    await this.database
      .across('founding')
      .transaction()
      .execute(async (transaction) => {
        await transaction.deleteFrom('setup_link').where('used_at', 'is', null).execute();
        await transaction
          .insertInto('setup_link')
          .values({ hash: hashOfKey(token) })
          .execute();
      });
  }

  /** Uses the link up; false when it is unknown, used or replaced. */
  async use(token: string): Promise<boolean> {
    const used = await this.database
      .across('founding')
      .updateTable('setup_link')
      .set({ used_at: sql`now()` })
      .where('hash', '=', hashOfKey(token))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return used.numUpdatedRows > 0n;
  }

  /** Whether the link would work. */
  async isOpen(token: string): Promise<boolean> {
    const row = await this.database
      .across('founding')
      .selectFrom('setup_link')
      .select('hash')
      .where('hash', '=', hashOfKey(token))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return row !== undefined;
  }
}
