import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';
import type { Organisation } from './directories.js';

export type OrganisationChange = Partial<Omit<Organisation, 'id'>>;

/** What an organisation is called, and by which days, weeks, years and money it counts. */
export interface OrganisationSettings {
  /** How many records have come: from the first on, its currency stays. */
  records(organisationId: OrganisationId): Promise<number>;
  /**
   * Another time zone has everything counted anew, from the first record on.
   * `counted`: in another currency nothing of it could be added up.
   */
  change(
    organisationId: OrganisationId,
    change: OrganisationChange,
    by: Actor,
  ): Promise<'changed' | 'counted'>;
}
