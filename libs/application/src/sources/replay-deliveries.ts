import type { Instant, OrganisationId, SourceId } from '@bellwether/domain';
import type { DeliveryLog, Replayed } from '../ports/delivery-log.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Sources } from '../ports/sources.js';

/** What is new waits behind what is old: no longer than these take. */
const AT_ONCE = 1_000;

export type ReplaySelection =
  | { readonly ids: readonly number[] }
  | {
      readonly from: Instant;
      readonly until: Instant;
      readonly after: { readonly at: Instant; readonly id: number } | null;
    };

/** Scores again what a source sent. Each delivery counts once, however often it is replayed. */
export class ReplayDeliveries {
  constructor(
    private readonly sources: Sources,
    private readonly log: DeliveryLog,
    private readonly scoring: ScoringRequests,
  ) {}

  async execute(
    organisationId: OrganisationId,
    sourceId: SourceId,
    selection: ReplaySelection,
  ): Promise<Replayed | 'unknown-source'> {
    if (!(await this.sources.byId(organisationId, sourceId))) return 'unknown-source';
    const replayed =
      'ids' in selection
        ? await this.log.replay(organisationId, sourceId, selection.ids)
        : await this.log.replayRange(organisationId, sourceId, { ...selection, limit: AT_ONCE });
    if (replayed.replayed > 0) await this.scoring.request(organisationId);
    return replayed;
  }
}
