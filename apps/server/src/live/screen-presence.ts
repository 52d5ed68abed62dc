import type { OrganisationId, WallWatch } from '@bellwether/domain';
import { gapBetween } from '@bellwether/domain';
import { Inject, Injectable } from '@nestjs/common';
import { oncePerOutage } from '../logging/once-per-outage.js';
import type { Log } from '../engines/log.js';
import type { Stores } from '../stores/open-stores.js';
import { LOG, STORES } from '../tokens.js';
import type { ToldVitals } from './take-vitals.js';

/** A screen that some node has a line to, or had. Moments are milliseconds since 1970. */
export interface SeenScreen {
  readonly screenId: number;
  /** When it was last connected to a node, and alive. */
  readonly seenAt: number;
  /** Since when that line has been open. */
  readonly since: number;
  /** `Chromium 76`, as far as it says. */
  readonly engine: string;
  /** How it is, in its own words; null of a page that does not tell. */
  readonly told: ToldVitals | null;
}

/** Kept of a screen beside how it is: since when anything is known of it. */
interface KeptScreen extends SeenScreen {
  readonly knownSince: number;
}

/** Nobody wants to know when a screen was last seen that was taken down a season ago. */
const KEPT_SECONDS = 90 * 86_400;
/** Gaps are told of a day; a few hours more, as they begin before it. */
const GAPS_KEPT_SECONDS = 30 * 3_600;
/** A wall that comes and goes all day fills no store. */
const MOST_GAPS = 400;

/** Which screens are watched, when the others were last, and their gaps: told by every node, kept in Redis. */
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
    try {
      const ids = screens.map(({ screenId }) => String(screenId));
      const before = await this.stores.redis.hmGet(this.#key(organisationId), ids);
      await this.#write(
        organisationId,
        screens.map((screen, index) => [screen, keptFrom(before[index])]),
      );
    } catch (error) {
      this.#lost(error as Error);
    }
  }

  /** Those that were ever seen; empty while Redis is away. */
  async read(organisationId: OrganisationId): Promise<readonly KeptScreen[]> {
    try {
      const kept = await this.stores.redis.hGetAll(this.#key(organisationId));
      return Object.values(kept).flatMap((text) => keptFrom(text) ?? []);
    } catch (error) {
      this.#lost(error as Error);
      return [];
    }
  }

  /** What is known of a screen's last day; of one that was never seen, nothing. */
  async watchOf(organisationId: OrganisationId, screenId: number): Promise<WallWatch> {
    const { redis } = this.stores;
    try {
      const [text, gaps] = await Promise.all([
        redis.hGet(this.#key(organisationId), String(screenId)),
        redis.zRangeWithScores(this.#gapsKey(organisationId, screenId), 0, -1),
      ]);
      const { seenAt, knownSince } = keptFrom(text) ?? neverSeen();
      return {
        gaps: gaps.map(({ value, score }) => ({ from: Number(value), to: score })),
        heardAt: seenAt,
        knownSince,
      };
    } catch (error) {
      this.#lost(error as Error);
      const { seenAt, knownSince } = neverSeen();
      return { gaps: [], heardAt: seenAt, knownSince };
    }
  }

  async #write(
    organisationId: OrganisationId,
    screens: readonly (readonly [SeenScreen, KeptScreen | undefined])[],
  ): Promise<void> {
    const key = this.#key(organisationId);
    const commands = this.stores.redis.multi();
    for (const [screen, before] of screens) {
      const seenAt = Math.max(screen.seenAt, before?.seenAt ?? 0);
      const told = screen.told ?? before?.told ?? null;
      const knownSince = before?.knownSince ?? seenAt;
      const field = String(screen.screenId);
      commands.hSet(key, field, JSON.stringify({ ...screen, seenAt, told, knownSince }));
      const gap = before && gapBetween(before.seenAt, seenAt);
      if (!gap) continue;
      const gaps = this.#gapsKey(organisationId, screen.screenId);
      // By its beginning: two nodes that tell of the same gap write one.
      commands.zAdd(gaps, { value: String(gap.from), score: gap.to });
      commands.zRemRangeByRank(gaps, 0, -MOST_GAPS - 1);
      commands.zRemRangeByScore(gaps, 0, gap.to - GAPS_KEPT_SECONDS * 1_000);
      commands.expire(gaps, GAPS_KEPT_SECONDS);
    }
    await commands.expire(key, KEPT_SECONDS).exec();
  }

  #key(organisationId: OrganisationId): string {
    return `${this.stores.prefix}:${organisationId}:walls-seen`;
  }

  #gapsKey(organisationId: OrganisationId, screenId: number): string {
    return `${this.stores.prefix}:${organisationId}:wall-gaps:${screenId}`;
  }
}

function neverSeen(): Pick<KeptScreen, 'seenAt' | 'knownSince'> {
  return { seenAt: Infinity, knownSince: Infinity };
}

function keptFrom(text: string | null | undefined): KeptScreen | undefined {
  return text ? (JSON.parse(text) as KeptScreen) : undefined;
}
