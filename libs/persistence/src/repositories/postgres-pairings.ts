import type { Actor, Claimed, OpenPairing, PairedAs, Pairings } from '@bellwether/application';
import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { iso, moment } from './moment.js';
import { noteChange } from './note-change.js';
import { hashOfKey } from './postgres-sources.js';
import { slidesInForce } from './slides-in-force.js';

/** Pairings in PostgreSQL: device codes and keys as their hashes only. */
export class PostgresPairings implements Pairings {
  readonly #everybody: Kysely<Schema>;

  constructor(database: Database) {
    this.#everybody = database.across('pairing');
  }

  async open(pairing: OpenPairing, most: number): Promise<'opened' | 'taken' | 'full'> {
    const { deviceCode, userCode, openedAt, expiresAt } = pairing;
    await this.#everybody
      .deleteFrom('pairing')
      .where('expires_at', '<=', moment(openedAt))
      .execute();
    const { open } = await this.#everybody
      .selectFrom('pairing')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .executeTakeFirstOrThrow();
    if (Number(open) >= most) return 'full';
    const { numInsertedOrUpdatedRows } = await this.#everybody
      .insertInto('pairing')
      .values({
        device_hash: hashOfKey(deviceCode),
        user_code: userCode,
        opened_at: iso(openedAt),
        expires_at: iso(expiresAt),
      })
      .onConflict((conflict) => conflict.column('user_code').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? 'opened' : 'taken';
  }

  async claim(
    organisationId: OrganisationId,
    userCode: string,
    as: PairedAs,
    now: Instant,
    by: Actor,
  ): Promise<Claimed> {
    return this.#everybody.transaction().execute(async (transaction) => {
      const pairing = await transaction
        .selectFrom('pairing')
        .select('device_hash')
        .where('user_code', '=', userCode)
        .where('expires_at', '>', moment(now))
        .where('screen_id', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!pairing) return { kind: 'unknown-code' };
      const screen = await screenFor(transaction, organisationId, as);
      if (!screen) return { kind: 'unknown-screen' };
      await transaction
        .updateTable('pairing')
        .set({ organisation_id: organisationId, screen_id: screen.id })
        .where('device_hash', '=', pairing.device_hash)
        .execute();
      const subject = ['screen', screen.id, screen.name] as const;
      if ('name' in as) {
        await noteChange(transaction, organisationId, by, { deed: 'screen-added', subject });
      }
      await noteChange(transaction, organisationId, by, { deed: 'screen-paired', subject });
      return { kind: 'claimed', screenId: screen.id };
    });
  }

  async collect(
    deviceCode: string,
    key: string,
    now: Instant,
  ): Promise<'collected' | 'waiting' | 'expired'> {
    const device = hashOfKey(deviceCode);
    // It asks every second, and mostly nobody has typed the code yet.
    const asked = await this.#everybody
      .selectFrom('pairing')
      .select('screen_id')
      .where('device_hash', '=', device)
      .where('expires_at', '>', moment(now))
      .executeTakeFirst();
    if (!asked) return 'expired';
    if (asked.screen_id === null) return 'waiting';
    return this.#everybody.transaction().execute(async (transaction) => {
      const pairing = await transaction
        .selectFrom('pairing')
        .leftJoin('screen', 'screen.id', 'pairing.screen_id')
        .select(['pairing.organisation_id', 'pairing.screen_id', 'pairing.key_hash', 'screen.name'])
        .where('device_hash', '=', device)
        .where('expires_at', '>', moment(now))
        .forUpdate('pairing')
        .executeTakeFirst();
      if (!pairing) return 'expired';
      const { organisation_id, screen_id, key_hash: before, name } = pairing;
      if (organisation_id === null || screen_id === null) return 'waiting';
      const hash = hashOfKey(key);
      await transaction
        .insertInto('access_key')
        .values({
          hash,
          organisation_id,
          role: 'screen',
          label: name ?? '',
          screen_id,
          handed_over: true,
        })
        .execute();
      await transaction
        .updateTable('pairing')
        .set({ key_hash: hash })
        .where('device_hash', '=', device)
        .execute();
      if (before !== null) {
        await transaction
          .updateTable('access_key')
          .set({ revoked_at: iso(now) })
          .where('hash', '=', before)
          .execute();
      }
      return 'collected';
    });
  }
}

/** Undefined when the organisation has no such screen. */
async function screenFor(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  as: PairedAs,
): Promise<{ readonly id: number; readonly name: string } | undefined> {
  if ('name' in as) {
    const slides = await slidesInForce(transaction, organisationId, as.slides);
    return transaction
      .insertInto('screen')
      .values({
        organisation_id: organisationId,
        name: as.name,
        slides: JSON.stringify(slides),
      })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow();
  }
  return transaction
    .selectFrom('screen')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', as.screenId)
    .executeTakeFirst();
}
