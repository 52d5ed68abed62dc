import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { ScreenKeyRenewals } from '../ports/screen-keys.js';

/** Has a screen replace its keys: those that are on at once, others when they are back. */
export class AskForNewKeys {
  constructor(
    private readonly renewals: ScreenKeyRenewals,
    private readonly clock: Clock,
  ) {}

  /** False when there is no such screen. */
  execute(organisationId: OrganisationId, screenId: number, by: Actor): Promise<boolean> {
    return this.renewals.ask(organisationId, screenId, this.clock.now(), by);
  }
}
