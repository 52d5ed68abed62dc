import type { OrganisationId } from '@bellwether/domain';

/** Asks for an organisation's waiting deliveries to be scored, soon. Many requests may become one. */
export interface ScoringRequests {
  request(organisationId: OrganisationId): Promise<void>;
}
