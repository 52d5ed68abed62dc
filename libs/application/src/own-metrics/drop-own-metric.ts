import type { OrganisationId } from '@bellwether/domain';
import { isMeasureOf } from '@bellwether/domain';
import type { ShownOn, UsedBy } from '../library/remove-kpi.js';
import { usersOf } from '../library/remove-kpi.js';
import { wallsThatPlay } from '../library/walls-that-play.js';
import type { Actor } from '../ports/audit.js';
import type { OwnMetrics } from '../ports/own-metrics.js';
import type { Signals } from '../ports/signals.js';

/** Has an organisation show a metric of its own no longer. What it has counted stays in the ledger. */
export class DropOwnMetric {
  constructor(
    private readonly ownMetrics: OwnMetrics,
    private readonly signals: Signals,
  ) {}

  async execute(
    organisationId: OrganisationId,
    key: string,
    by: Actor,
  ): Promise<'dropped' | 'unknown-metric' | ShownOn | UsedBy> {
    const outcome = await this.ownMetrics.change<'unknown-metric' | ShownOn | UsedBy>(
      organisationId,
      ({ metrics, measures, screens, users, drafts }) => {
        const metric = metrics.find((known) => known.key === key);
        if (!metric || !drafts.has(key)) return { kind: 'leave', because: 'unknown-metric' };
        const shownOn = wallsThatPlay(key, screens);
        if (shownOn.length > 0) return { kind: 'leave', because: { shownOn } };
        const usedBy = usersOf(key, users);
        if (usedBy.length > 0) return { kind: 'leave', because: { usedBy } };
        const own = measures.filter((measure) => isMeasureOf(measure.key, key));
        return { kind: 'remove', metric, measures: own.map(({ id }) => id) };
      },
      by,
    );
    if (outcome !== 'changed') return outcome;
    await this.signals.send({ kind: 'directory-changed', organisationId });
    return 'dropped';
  }
}
