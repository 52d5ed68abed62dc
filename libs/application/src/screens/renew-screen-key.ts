import type { OrganisationId } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { ScreenKeyRenewals } from '../ports/screen-keys.js';
import type { Secrets } from '../ports/secrets.js';

/**
 * For a screen itself, from time to time: the key that it goes on with. The one it has opens everything
 * until the new one has been in use for a while, so that no crash and no lost answer locks a wall out.
 */
export class RenewScreenKey {
  constructor(
    private readonly renewals: ScreenKeyRenewals,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** Null while the current one is good. */
  async execute(organisationId: OrganisationId, current: string): Promise<string | null> {
    const next = this.secrets.key('screen');
    const now = this.clock.now();
    return (await this.renewals.renew(organisationId, current, next, now)) ? next : null;
  }
}
