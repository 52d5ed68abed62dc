import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Parked, ParkedFilter } from '../ports/parked.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';

/** Tries parked deliveries again, once their cause is mended. */
export class ReplayParked {
  constructor(
    private readonly parked: Parked,
    private readonly scoring: ScoringRequests,
  ) {}

  /** Answers how many are tried again. */
  async execute(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number> {
    const items = await this.parked.requeue(organisationId, filter, by);
    if (items > 0) await this.scoring.request(organisationId);
    return items;
  }
}
