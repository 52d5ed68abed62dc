import type { OrganisationId, Privacy } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { MetricPrivacies } from '../ports/metric-privacies.js';
import type { Signals } from '../ports/signals.js';

/** Says who sees a metric from now on. Whoever watches one of its boards is shown anew what is theirs. */
export class SetPrivacy {
  constructor(
    private readonly privacies: MetricPrivacies,
    private readonly signals: Signals,
  ) {}

  /** False when there is no such metric. */
  async execute(
    organisationId: OrganisationId,
    metric: string,
    privacy: Privacy,
    by: Actor,
  ): Promise<boolean> {
    const outcome = await this.privacies.set(organisationId, metric, privacy, by);
    if (outcome === 'unknown-metric') return false;
    await this.signals.send({ kind: 'directory-changed', organisationId });
    return true;
  }
}
