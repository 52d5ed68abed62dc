import type { Instant, OrganisationId } from '@bellwether/domain';
import { hasTakenOver } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { iso, moment } from './moment.js';

const DAY_MS = 86_400_000;

/** A key that stands in for another, and when it was first used. */
export interface RenewedKey {
  readonly hash: Buffer;
  readonly replaces: Buffer;
  readonly firstUsedAt: Instant | null;
}

/** Notes that a new key is used for the first time, and ends the one before once it has taken over. */
export async function settleRenewedKey(
  database: Database,
  organisationId: OrganisationId,
  { hash, replaces, firstUsedAt }: RenewedKey,
  now: Instant,
): Promise<void> {
  const rows = database.of(organisationId);
  if (firstUsedAt === null) {
    await rows
      .updateTable('access_key')
      .set({ first_used_at: iso(now) })
      .where('organisation_id', '=', organisationId)
      .where('hash', '=', hash)
      .where('first_used_at', 'is', null)
      .execute();
    return;
  }
  await rows.transaction().execute(async (transaction) => {
    const former = await transaction
      .selectFrom('access_key')
      .select(['hash', 'handed_over', 'replaces'])
      .where('organisation_id', '=', organisationId)
      .where('hash', '=', replaces)
      .forUpdate()
      .executeTakeFirst();
    const life = former && { isHandedOver: former.handed_over };
    if (life && hasTakenOver(firstUsedAt, life, now)) {
      await end(transaction, organisationId, former, now);
    }
  });
}

/** Takes a key out: those that replace it now stand in for what it had replaced. */
async function end(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  former: { hash: Buffer; handed_over: boolean; replaces: Buffer | null },
  now: Instant,
): Promise<void> {
  // An answer that never arrived left a key that nobody has. Of an address, another screen may have it.
  if (former.handed_over) {
    await transaction
      .deleteFrom('access_key')
      .where('organisation_id', '=', organisationId)
      .where('replaces', '=', former.hash)
      .where('first_used_at', 'is', null)
      .where('created_at', '<', moment(now - DAY_MS))
      .execute();
  }
  await transaction
    .updateTable('access_key')
    .set({ replaces: former.replaces })
    .where('organisation_id', '=', organisationId)
    .where('replaces', '=', former.hash)
    .execute();
  await transaction
    .updateTable('pairing')
    .set({ key_hash: null })
    .where('organisation_id', '=', organisationId)
    .where('key_hash', '=', former.hash)
    .execute();
  await transaction
    .deleteFrom('access_key')
    .where('organisation_id', '=', organisationId)
    .where('hash', '=', former.hash)
    .execute();
}
