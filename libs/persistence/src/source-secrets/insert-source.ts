import type { Kysely } from 'kysely';
import type { Schema } from '../schema.js';
import type { SourceSecrets } from './sealed-secrets.js';

export interface SourceToInsert {
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly secrets: readonly string[];
  readonly settings: unknown;
}

/** Within a transaction: its secrets can be sealed only when it has its number. */
export async function insertSource(
  transaction: Kysely<Schema>,
  organisationId: number,
  { kind, name, address, secrets, settings }: SourceToInsert,
  sealing: SourceSecrets,
): Promise<number> {
  const { id } = await transaction
    .insertInto('source')
    .values({
      organisation_id: organisationId,
      kind,
      name,
      address,
      secrets: '[]',
      settings: JSON.stringify(settings),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('source')
    .set({ secrets: JSON.stringify(sealing.seal(organisationId, id, secrets)) })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  return id;
}
