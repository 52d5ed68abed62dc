import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';

export interface ScreenKeys {
  /** Ends every key of the screen; false when there is no such screen. */
  revoke(organisationId: OrganisationId, screenId: number, by: Actor): Promise<boolean>;
}
