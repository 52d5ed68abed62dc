import type { OrganisationId } from '@bellwether/domain';
import type { Inbox } from '../ports/inbox.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';

/** A source goes on: what it sent meanwhile counts now. The sweep would find it, a little later. */
export class ReleaseHeld {
  constructor(
    private readonly inbox: Inbox,
    private readonly scoring: ScoringRequests,
  ) {}

  async execute(organisationId: OrganisationId): Promise<void> {
    await this.inbox.release();
    await this.scoring.request(organisationId);
  }
}
