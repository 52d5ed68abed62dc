import type { InForce, SlideSetting } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';
import { definitionsInForce } from './definitions-in-force.js';

/** What an organisation counts and shows. Nobody else changes it until the transaction ends. */
export async function inForceForChange(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
): Promise<InForce> {
  // One after the other, as all that change the directory do.
  await transaction
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute();
  const definitions = await definitionsInForce(transaction, organisationId);
  const screens = await transaction
    .selectFrom('screen')
    .select(['name', 'slides'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute();
  return {
    ...definitions,
    screens: screens.map(({ name, slides }) => ({
      name,
      slides: slides as readonly SlideSetting[],
    })),
  };
}
