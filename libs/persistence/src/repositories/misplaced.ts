import type { Misplaced, Position } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';

/** What a position names that the organisation does not have. */
export async function misplaced(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  { personId, teamIds }: Position,
): Promise<Misplaced | undefined> {
  if (personId !== null) {
    const person = await transaction
      .selectFrom('person')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!person) return 'unknown-person';
  }
  if (teamIds.length === 0) return undefined;
  const teams = await transaction
    .selectFrom('team')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', teamIds)
    .execute();
  return teams.length === new Set(teamIds).size ? undefined : 'unknown-team';
}
