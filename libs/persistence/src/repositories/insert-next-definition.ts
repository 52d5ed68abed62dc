import type { Actor } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';

/** Where a definition is changed, and by whom. */
export interface DefinitionScope {
  readonly transaction: Transaction<Schema>;
  readonly organisationId: OrganisationId;
  readonly by: Actor;
}

/** Puts a definition in force. Versions go on where those before ended; answers which it is. */
export async function insertNextDefinition(
  { transaction, organisationId }: DefinitionScope,
  table: 'measure' | 'metric',
  definition: { readonly key: string },
): Promise<number> {
  const { last } = await transaction
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .where('organisation_id', '=', organisationId)
    .where('key', '=', definition.key)
    .executeTakeFirstOrThrow();
  const version = (last ?? 0) + 1;
  await transaction
    .insertInto(table)
    .values({
      organisation_id: organisationId,
      key: definition.key,
      version,
      definition: JSON.stringify(definition),
    })
    .execute();
  return version;
}
