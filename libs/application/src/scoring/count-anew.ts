import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Rescorings } from '../ports/rescorings.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';

/** Has all that has come before counted anew because somebody asks for it. */
export class CountAnew {
  constructor(
    private readonly rescorings: Rescorings,
    private readonly requests: ScoringRequests,
  ) {}

  async execute(organisationId: OrganisationId, by: Actor): Promise<void> {
    await this.rescorings.begin(organisationId, 'All KPIs', by);
    await this.requests.request(organisationId);
  }
}
