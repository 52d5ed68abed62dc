import type { OrganisationId } from '@bellwether/domain';
import { DEFAULT_SLIDES } from '../founding/default-slides.js';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Claimed, OpenPairing, Pairings } from '../ports/pairings.js';
import type { Secrets } from '../ports/secrets.js';

/** Long enough to walk to a desk, too short to be guessed. */
export const PAIRING_MS = 600_000;
/** A house full of new screens is dozens; whoever opens more wants to fill the store. */
const MOST_OPEN = 1_000;
/** Two open codes are the same once in thousands of millions of times. */
const MOST_TRIES = 5;

/**
 * Pairs screens by a code, as RFC 8628 has it for devices without a keyboard: the screen shows the
 * code, somebody who may do so types it, and the screen is given a key that nobody ever saw.
 */
export class PairScreens {
  constructor(
    private readonly pairings: Pairings,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** For a screen that has no key; `busy` when too many wait. */
  async open(): Promise<OpenPairing | 'busy'> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const openedAt = this.clock.now();
      const pairing = {
        deviceCode: this.secrets.key('device'),
        userCode: this.secrets.pairingCode(),
        openedAt,
        expiresAt: openedAt + PAIRING_MS,
      };
      const opened = await this.pairings.open(pairing, MOST_OPEN);
      if (opened === 'opened') return pairing;
      if (opened === 'full') return 'busy';
    }
    return 'busy';
  }

  /** `as`: the name of a new screen, which plays what a first one does, or the id of one that is there. */
  claim(
    organisationId: OrganisationId,
    userCode: string,
    as: { readonly name: string } | { readonly screenId: number },
    by: Actor,
  ): Promise<Claimed> {
    const paired = 'name' in as ? { name: as.name, slides: DEFAULT_SLIDES } : as;
    return this.pairings.claim(organisationId, userCode, paired, this.clock.now(), by);
  }

  /** For the screen itself, again and again: its key as soon as somebody has claimed it. */
  async collect(deviceCode: string): Promise<{ readonly key: string } | 'waiting' | 'expired'> {
    const key = this.secrets.key('screen');
    const collected = await this.pairings.collect(deviceCode, key, this.clock.now());
    return collected === 'collected' ? { key } : collected;
  }
}
