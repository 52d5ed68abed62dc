import type { DraftProblem, OrganisationId, OwnMetricDraft } from '@bellwether/domain';
import { ownMetricKey } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { OwnMetrics } from '../ports/own-metrics.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';
import { wordMetric } from './word-metric.js';

export type KeptOwnMetric =
  | { readonly kind: 'kept'; readonly key: string }
  | { readonly kind: 'refused'; readonly problems: readonly DraftProblem[] };

/** Puts a metric in force as somebody worded it, counted for all that has come before as well. */
export class KeepOwnMetric {
  constructor(
    private readonly ownMetrics: OwnMetrics,
    private readonly requests: ScoringRequests,
    private readonly signals: Signals,
  ) {}

  async make(
    organisationId: OrganisationId,
    draft: OwnMetricDraft,
    by: Actor,
  ): Promise<KeptOwnMetric> {
    let key = '';
    const outcome = await this.ownMetrics.change(
      organisationId,
      (inForce) => {
        key = ownMetricKey(draft.title, inForce.everUsed);
        return wordMetric(draft, key, inForce);
      },
      by,
    );
    return this.#told(organisationId, key, outcome);
  }

  /** A new version of one that is there. */
  async change(
    organisationId: OrganisationId,
    key: string,
    draft: OwnMetricDraft,
    by: Actor,
  ): Promise<KeptOwnMetric | 'unknown-metric'> {
    const outcome = await this.ownMetrics.change<readonly DraftProblem[] | 'unknown-metric'>(
      organisationId,
      (inForce) =>
        inForce.drafts.has(key)
          ? wordMetric(draft, key, inForce)
          : { kind: 'leave', because: 'unknown-metric' },
      by,
    );
    return outcome === 'unknown-metric' ? outcome : this.#told(organisationId, key, outcome);
  }

  async #told(
    organisationId: OrganisationId,
    key: string,
    outcome: 'changed' | readonly DraftProblem[],
  ): Promise<KeptOwnMetric> {
    if (outcome !== 'changed') return { kind: 'refused', problems: outcome };
    await this.signals.send({ kind: 'directory-changed', organisationId });
    await this.requests.request(organisationId);
    return { kind: 'kept', key };
  }
}
