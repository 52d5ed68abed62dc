import type { OrganisationId, Privacy } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** Keeps who sees which metric. Every change makes a new version of the directory. */
export interface MetricPrivacies {
  set(
    organisationId: OrganisationId,
    metric: string,
    privacy: Privacy,
    by: Actor,
  ): Promise<'changed' | 'unknown-metric'>;
}
