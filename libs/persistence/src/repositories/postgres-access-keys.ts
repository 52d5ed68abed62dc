import type { Actor, Clock, Grant } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { noteChange } from './note-change.js';
import { ShortMemory } from '../short-memory.js';
import { hashOfKey } from './postgres-sources.js';
import { settleRenewedKey } from './settle-renewed-key.js';

interface Caller {
  readonly organisationId: OrganisationId;
  readonly grant: Grant;
  /** What whoever made the key called it. */
  readonly label: string;
}

/** Keys in PostgreSQL: by their hashes, remembered for some seconds. */
export class PostgresAccessKeys {
  readonly #remembered = new ShortMemory<Caller | undefined>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whose key it is and what it opens; undefined when it is unknown or was revoked. */
  async callerOf(key: string): Promise<Caller | undefined> {
    const hash = hashOfKey(key);
    return this.#remembered.get(hash.toString('base64'), () => this.#read(hash));
  }

  /** Believes nothing that it was told before: a key was revoked. */
  forget(): void {
    this.#remembered.forget();
  }

  /** Ends every key of identity providers; other processes notice it within seconds. */
  async endProvisioning(organisationId: OrganisationId, by: Actor): Promise<void> {
    await this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const ended = await transaction
          .updateTable('access_key')
          .set({ revoked_at: sql<string>`now()` })
          .where('organisation_id', '=', organisationId)
          .where('role', '=', 'provisioner')
          .where('revoked_at', 'is', null)
          .returning('label')
          .execute();
        for (const { label } of ended) {
          await noteChange(transaction, organisationId, by, {
            deed: 'keys-ended',
            subject: ['key', null, label],
          });
        }
      });
    this.forget();
  }

  async #read(hash: Buffer): Promise<Caller | undefined> {
    const row = await this.database
      .across('keys')
      .selectFrom('access_key')
      .select(['organisation_id', 'role', 'label', 'source_id', 'screen_id', 'person_id'])
      .select(['replaces', 'first_used_at'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    const grant = row && grantOf(row);
    if (!grant) return undefined;
    const organisationId = row.organisation_id as OrganisationId;
    const { replaces, first_used_at: firstUsedAt } = row;
    if (replaces) {
      const key = { hash, replaces, firstUsedAt };
      await settleRenewedKey(this.database, organisationId, key, this.clock.now());
    }
    return { organisationId, grant, label: row.label };
  }
}

function grantOf(row: {
  role: string;
  source_id: number | null;
  screen_id: number | null;
  person_id: number | null;
}): Grant | undefined {
  const { role, source_id: sourceId, screen_id: screenId, person_id: personId } = row;
  if (role === 'owner' || role === 'provisioner') return { role };
  if (role === 'screen' && screenId !== null) return { role, screenId };
  if (role === 'rep' && personId !== null) return { role, personId };
  if (role === 'source' && sourceId !== null) return { role, sourceId };
  return undefined;
}
