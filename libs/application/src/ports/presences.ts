import type { OrganisationId, PersonId, Presence } from '@bellwether/domain';

/** Knows when people are there to be measured. */
export interface Presences {
  /** Of these people; who is unknown is missing. */
  read(
    organisationId: OrganisationId,
    people: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, Presence>>;
}
