import type { OrganisationId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { ScreenKeys } from '../ports/screen-keys.js';
import type { Signals } from '../ports/signals.js';

/** Ends every key of a screen: whatever shows it goes dark at once, and shows a code to pair it anew. */
export class ShutOutScreen {
  constructor(
    private readonly keys: ScreenKeys,
    private readonly signals: Signals,
  ) {}

  /** False when there is no such screen. */
  async execute(organisationId: OrganisationId, screenId: number, by: Actor): Promise<boolean> {
    const isThere = await this.keys.revoke(organisationId, screenId, by);
    if (isThere) await this.signals.send({ kind: 'screen-shut-out', organisationId, screenId });
    return isThere;
  }
}
