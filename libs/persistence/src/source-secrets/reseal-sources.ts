import type { Database } from '../open-database.js';
import type { SourceSecrets } from './sealed-secrets.js';
import { isSealed } from './sealed-secrets.js';

/**
 * Seals the secrets of all sources: those that lie open, and with `former` also those that another key
 * sealed. Answers how many sources it changed; done again, none.
 * @throws CannotOpen when neither key opens one; nothing is changed then.
 */
export async function resealSources(
  database: Database,
  secrets: SourceSecrets,
  former?: SourceSecrets,
): Promise<number> {
  return database
    .across('secrets at rest')
    .transaction()
    .execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('source')
        .select(['id', 'organisation_id', 'secrets'])
        .orderBy('id')
        .forUpdate()
        .execute();
      let changed = 0;
      for (const { id, organisation_id, secrets: stored } of rows) {
        const plain = opened(organisation_id, id, stored, secrets, former);
        if (plain === undefined) continue;
        const sealed = secrets.seal(organisation_id, id, plain);
        await transaction
          .updateTable('source')
          .set({ secrets: JSON.stringify(sealed) })
          .where('id', '=', id)
          .execute();
        changed += 1;
      }
      return changed;
    });
}

/** Undefined when they lie as they should. */
function opened(
  organisationId: number,
  sourceId: number,
  stored: readonly string[],
  secrets: SourceSecrets,
  former: SourceSecrets | undefined,
): readonly string[] | undefined {
  try {
    const plain = secrets.open(organisationId, sourceId, stored);
    return stored.every(isSealed) ? undefined : plain;
  } catch (error) {
    if (!former) throw error;
    return former.open(organisationId, sourceId, stored);
  }
}
