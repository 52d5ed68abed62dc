import type { InForce, SlideSetting } from '@bellwether/application';
import type { OrganisationId, ScorecardLine } from '@bellwether/domain';
import { partsNamed } from '@bellwether/domain';
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
    users: await usersOfMetrics(transaction, organisationId),
    screens: screens.map(({ name, slides }) => ({
      name,
      slides: slides as readonly SlideSetting[],
    })),
  };
}

/** What names metrics: those of one's own that are in force, and scorecards. */
async function usersOfMetrics(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
): Promise<InForce['users']> {
  const own = await transaction
    .selectFrom('own_metric')
    .innerJoin('metric', (join) =>
      join
        .onRef('metric.organisation_id', '=', 'own_metric.organisation_id')
        .onRef('metric.key', '=', 'own_metric.key')
        .onRef('metric.version', '=', 'own_metric.version'),
    )
    .select('draft')
    .where('own_metric.organisation_id', '=', organisationId)
    .where('metric.replaced_at', 'is', null)
    .orderBy('metric.id')
    .execute();
  const scorecards = await transaction
    .selectFrom('scorecard')
    .select(['name', 'lines'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute();
  return [
    ...own.map(({ draft }) => ({ name: draft.title, metrics: partsNamed(draft) })),
    ...scorecards.map(({ name, lines }) => ({
      name,
      metrics: (lines as readonly ScorecardLine[]).map(({ metric }) => metric),
    })),
  ];
}
