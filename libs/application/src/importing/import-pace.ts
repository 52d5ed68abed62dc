import type { OrganisationId } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Inbox } from '../ports/inbox.js';
import type { Pause } from '../ports/pause.js';

/** What comes in by itself waits behind an import for this long, not longer. */
const MOST_AGE_MS = 1_000;
const LOOK_AGAIN_MS = 50;
/** When nothing moves for so long, nobody scores just now, and waiting helps nobody. */
const PATIENCE_MS = 5_000;

/** Holds an import back while scoring is behind, so that a sale of today does not wait for old ones. */
export class ImportPace {
  #isHopeless = false;

  constructor(
    private readonly inbox: Inbox,
    private readonly clock: Clock,
    private readonly pause: Pause,
  ) {}

  /** Until what waits to be scored is fresh, the import is stopped, or nobody scores anyway. */
  async keep(organisationId: OrganisationId, stopping: AbortSignal): Promise<void> {
    let seen: number | null = null;
    let movedAt = this.clock.now();
    while (!this.#isHopeless && !stopping.aborted) {
      const oldest = await this.inbox.oldestWaiting(organisationId);
      const now = this.clock.now();
      if (oldest === null || now - oldest < MOST_AGE_MS) return;
      if (oldest !== seen) movedAt = now;
      seen = oldest;
      this.#isHopeless = now - movedAt > PATIENCE_MS;
      await this.pause(LOOK_AGAIN_MS);
    }
  }

  busy(): Promise<void> {
    return this.pause(LOOK_AGAIN_MS * 4);
  }
}
