import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.js';
import { joinReasons } from './join-reasons.js';

/**
 * Has all that has come before counted anew, from the first record on, also when that is under way: what
 * counts has changed once more. It belongs into the transaction that changes what counts.
 *
 * It takes the organisation's lock, so that every scoring is either committed by now, and its records are
 * among those that are looked at, or reads what counts only after this transaction. Whoever changes the
 * directory holds the row of the organisation by then, as erasing a person does: all take the two in this
 * order. Scoring holds the lock and reads that row, for which PostgreSQL lets nobody wait.
 */
export async function beginRescoring(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  reason: string,
): Promise<void> {
  // Before the lock is taken: it only tells how far along one is, and takes its time.
  const { total } = await transaction
    .selectFrom('record')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  await sql`select from ledger_head where organisation_id = ${organisationId} for update`.execute(
    transaction,
  );
  // Numbers are given under the lock: whatever comes from now on has a larger one.
  const { rows } = await sql<{ upTo: number }>`
    select coalesce(pg_sequence_last_value('record_id_seq'::regclass), 0) as "upTo"
  `.execute(transaction);
  const upTo = rows[0]?.upTo ?? 0;
  const running = await transaction
    .selectFrom('rescoring')
    .select(['id', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running) {
    await transaction
      .updateTable('rescoring')
      .set({
        reason: joinReasons(running.reason, reason),
        cursor: 0,
        up_to: upTo,
        done: 0,
        total,
        started_at: sql<string>`now()`,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', running.id)
      .execute();
    return;
  }
  await transaction
    .insertInto('rescoring')
    .values({ organisation_id: organisationId, reason, up_to: upTo, total })
    .execute();
}
