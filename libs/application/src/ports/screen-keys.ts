import type { OrganisationId } from '@bellwether/domain';

export interface ScreenKeys {
  /** Ends every key of the screen; false when there is no such screen. */
  revoke(organisationId: OrganisationId, screenId: number): Promise<boolean>;
}
