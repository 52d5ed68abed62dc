import type { Actor, Rescoring, Rescorings } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { beginRescoring } from './begin-rescoring.js';
import { noteChange } from './note-change.js';

/** What is counted anew, in PostgreSQL. */
export class PostgresRescorings implements Rescorings {
  constructor(private readonly database: Database) {}

  async begin(organisationId: OrganisationId, reason: string, by: Actor): Promise<void> {
    await this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        await beginRescoring(transaction, organisationId, reason);
        await noteChange(transaction, organisationId, by, {
          deed: 'rescoring-begun',
          subject: ['metric', null, reason],
        });
      });
  }

  cancel(organisationId: OrganisationId, by: Actor): Promise<'cancelled' | 'none-runs'> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        // Waits for a slice that is under way.
        await sql`select from ledger_head where organisation_id = ${organisationId} for update`.execute(
          transaction,
        );
        const cancelled = await transaction
          .updateTable('rescoring')
          .set({ state: 'cancelled', ended_at: sql<string>`now()` })
          .where('organisation_id', '=', organisationId)
          .where('state', '=', 'running')
          .returning(['reason', 'done'])
          .executeTakeFirst();
        if (!cancelled) return 'none-runs';
        await noteChange(transaction, organisationId, by, {
          deed: 'rescoring-cancelled',
          subject: ['metric', null, cancelled.reason],
        });
        return 'cancelled';
      });
  }

  async last(organisationId: OrganisationId): Promise<Rescoring | undefined> {
    const row = await this.database
      .of(organisationId)
      .selectFrom('rescoring')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    const { state, reason, done, total, started_at, ended_at } = row;
    // It was counted a moment before it began.
    const all = state === 'done' ? done : Math.max(done, total);
    return { state, reason, done, total: all, startedAt: started_at, endedAt: ended_at };
  }

  async isRunning(organisationId: OrganisationId): Promise<boolean> {
    const row = await this.database
      .of(organisationId)
      .selectFrom('rescoring')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'running')
      .executeTakeFirst();
    return row !== undefined;
  }

  async running(): Promise<readonly OrganisationId[]> {
    const rows = await this.database
      .across('waiting work')
      .selectFrom('rescoring')
      .select('organisation_id')
      .where('state', '=', 'running')
      .execute();
    return rows.map(({ organisation_id }) => organisation_id as OrganisationId);
  }
}
