import type { Grant } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';

/** Who asks: a key and what it opens. */
export interface Caller {
  readonly organisationId: OrganisationId;
  readonly grant: Grant;
}

export type Role = Grant['role'];
