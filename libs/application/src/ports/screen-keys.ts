import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';

export interface ScreenKeys {
  /** Ends every key of the screen; false when there is no such screen. */
  revoke(organisationId: OrganisationId, screenId: number, by: Actor): Promise<boolean>;
}

/** How keys of screens are replaced while they play. */
export interface ScreenKeyRenewals {
  /** Every key that the screen has by now is to be replaced; false when there is no such screen. */
  ask(organisationId: OrganisationId, screenId: number, now: Instant, by: Actor): Promise<boolean>;
  /**
   * Puts `next` beside `current` when that is due: both open the screen, until `next` has taken over.
   * Asked again, it does so again: an answer may have been lost. False when nothing is due.
   */
  renew(
    organisationId: OrganisationId,
    current: string,
    next: string,
    now: Instant,
  ): Promise<boolean>;
}
