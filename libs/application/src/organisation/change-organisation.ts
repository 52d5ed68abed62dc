import type { OrganisationId } from '@bellwether/domain';
import { renewBoards } from '../people/renew-boards.js';
import type { Actor } from '../ports/audit.js';
import type { BoardStore } from '../ports/board-store.js';
import type { OrganisationChange, OrganisationSettings } from '../ports/organisation-settings.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';

/** Changes what an organisation counts by. Boards of other days, weeks or years are built anew, and screens follow. */
export class ChangeOrganisation {
  constructor(
    private readonly settings: OrganisationSettings,
    private readonly store: BoardStore,
    private readonly requests: ScoringRequests,
    private readonly signals: Signals,
  ) {}

  async execute(
    organisationId: OrganisationId,
    change: OrganisationChange,
    by: Actor,
  ): Promise<'changed' | 'counted'> {
    const outcome = await this.settings.change(organisationId, change, by);
    if (outcome === 'counted') return 'counted';
    // Also when nothing differs: who asked before may have died between the two steps.
    await this.signals.send({ kind: 'directory-changed', organisationId });
    if (change.calendar !== undefined || change.timeZone !== undefined) {
      await renewBoards(this.store, this.signals, organisationId, () => true);
    }
    if (change.timeZone !== undefined) await this.requests.request(organisationId);
    return 'changed';
  }
}
