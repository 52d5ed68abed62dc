import type { Actor, ScreenKeyRenewals } from '@bellwether/application';
import type { Instant, OrganisationId } from '@bellwether/domain';
import { isKeyDue } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { iso } from './moment.js';
import { noteChange } from './note-change.js';
import { hashOfKey } from './postgres-sources.js';

/** An address is written into a few dozen screens at most; a kiosk that forgets asks at every start. */
const MOST_AT_ONCE = 50;

/** Keys of screens in PostgreSQL, each beside the one that it replaces. */
export class PostgresScreenKeyRenewals implements ScreenKeyRenewals {
  constructor(private readonly database: Database) {}

  ask(organisationId: OrganisationId, screenId: number, now: Instant, by: Actor): Promise<boolean> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const screen = await transaction
          .updateTable('screen')
          .set({ keys_asked_at: iso(now) })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', screenId)
          .returning('name')
          .executeTakeFirst();
        if (!screen) return false;
        await noteChange(transaction, organisationId, by, {
          deed: 'screen-keys-asked',
          subject: ['screen', screenId, screen.name],
        });
        return true;
      });
  }

  renew(
    organisationId: OrganisationId,
    current: string,
    next: string,
    now: Instant,
  ): Promise<boolean> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const key = await transaction
          .selectFrom('access_key')
          .innerJoin('screen', 'screen.id', 'access_key.screen_id')
          .select(['hash', 'label', 'screen_id', 'created_at', 'handed_over', 'keys_asked_at'])
          .where('access_key.organisation_id', '=', organisationId)
          .where('hash', '=', hashOfKey(current))
          .where('role', '=', 'screen')
          .where('revoked_at', 'is', null)
          .forUpdate('access_key')
          .executeTakeFirst();
        if (!key) return false;
        const life = { madeAt: key.created_at, isHandedOver: key.handed_over };
        if (!isKeyDue(life, key.keys_asked_at, now)) return false;
        await transaction
          .insertInto('access_key')
          .values({
            hash: hashOfKey(next),
            organisation_id: organisationId,
            role: 'screen',
            label: key.label,
            screen_id: key.screen_id,
            created_at: iso(now),
            handed_over: true,
            replaces: key.hash,
          })
          .execute();
        await endTooMany(transaction, organisationId, key.hash);
        return true;
      });
  }
}

/** Whoever loses what it is given each time leaves no pile behind. */
async function endTooMany(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  replaced: Buffer,
): Promise<void> {
  await transaction
    .deleteFrom('access_key')
    .where('organisation_id', '=', organisationId)
    .where('hash', 'in', (query) =>
      query
        .selectFrom('access_key as given')
        .select('given.hash')
        .where('given.organisation_id', '=', organisationId)
        .where('given.replaces', '=', replaced)
        .orderBy('given.created_at', 'desc')
        .offset(MOST_AT_ONCE),
    )
    .execute();
}
