import type { OrganisationId } from '@bellwether/domain';
import { Inject, Injectable } from '@nestjs/common';
import { oncePerOutage } from '../logging/once-per-outage.js';
import type { Log } from '../engines/log.js';
import type { Stores } from '../stores/open-stores.js';
import { LOG, STORES } from '../tokens.js';

/** A screen that some node has a line to, or had. Moments are milliseconds since 1970. */
export interface SeenScreen {
  readonly screenId: number;
  /** When a node was last connected to it. */
  readonly seenAt: number;
  /** Since when that line has been open. */
  readonly since: number;
  /** `Chrome on Linux`, as far as it says. */
  readonly engine: string;
}

/** Nobody wants to know when a screen was last seen that was taken down a season ago. */
const KEPT_SECONDS = 90 * 86_400;

/** Which screens are watched, and when the others were last: told by every node, kept in Redis. */
@Injectable()
export class ScreenPresence {
  readonly #lost: (error: Error) => void;

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(LOG) log: Log,
  ) {
    this.#lost = oncePerOutage(log, 'Which screens are watched cannot be told just now');
  }

  /** Told with each beat of a node: these are connected to it now. */
  async tell(organisationId: OrganisationId, screens: readonly SeenScreen[]): Promise<void> {
    if (screens.length === 0) return;
    const key = this.#key(organisationId);
    const fields = screens.map(({ screenId, ...seen }) => [String(screenId), JSON.stringify(seen)]);
    try {
      await this.stores.redis
        .multi()
        .hSet(key, Object.fromEntries(fields) as Record<string, string>)
        .expire(key, KEPT_SECONDS)
        .exec();
    } catch (error) {
      this.#lost(error as Error);
    }
  }

  /** Those that were ever seen; empty while Redis is away. */
  async read(organisationId: OrganisationId): Promise<readonly SeenScreen[]> {
    try {
      const kept = await this.stores.redis.hGetAll(this.#key(organisationId));
      return Object.entries(kept).map(([screenId, text]) => ({
        screenId: Number(screenId),
        ...(JSON.parse(text) as Omit<SeenScreen, 'screenId'>),
      }));
    } catch (error) {
      this.#lost(error as Error);
      return [];
    }
  }

  #key(organisationId: OrganisationId): string {
    return `${this.stores.prefix}:${organisationId}:screens-seen`;
  }
}
