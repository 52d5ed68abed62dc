import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * An entry is recorded when it is written, under the organisation's lock, and not when the transaction
 * began, which may have waited for the lock: only so do later entries have later moments, and what was
 * sent after a moment is not recorded before it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table entry alter column recorded_at set default clock_timestamp()`.execute(db);
}
