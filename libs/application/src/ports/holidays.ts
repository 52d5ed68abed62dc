import type { BusinessDate, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** A day on which nobody in the organisation works. */
export interface Holiday {
  readonly date: BusinessDate;
  readonly name: string;
}

/** Keeps the days on which nobody in the organisation works. */
export interface Holidays {
  /** The earliest first. */
  list(organisationId: OrganisationId): Promise<readonly Holiday[]>;
  /** All of them: what is left out is taken away. */
  set(organisationId: OrganisationId, holidays: readonly Holiday[], by: Actor): Promise<void>;
}
