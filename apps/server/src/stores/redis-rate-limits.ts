import { createHash } from 'node:crypto';
import type { RedisClient } from '@bellwether/leaderboard';

/** How often something may happen, counted for all processes together. */
export class RedisRateLimits {
  constructor(
    private readonly redis: RedisClient,
    private readonly prefix: string,
  ) {}

  /**
   * Counts once more. What is counted is not written down, only its hash: it may be an address.
   * @throws when Redis is away: who guesses passwords must not profit from that.
   */
  async consume(
    what: string,
    { max, window }: { readonly max: number; /** In seconds. */ readonly window: number },
  ): Promise<{ readonly allowed: boolean; readonly retryAfter: number | null }> {
    const name = createHash('sha256').update(what).digest('base64url');
    const key = `${this.prefix}:limit:${name}`;
    const [, count, left] = await this.redis
      .multi()
      .set(key, 0, { NX: true, EX: window })
      .incr(key)
      .ttl(key)
      .exec();
    const allowed = Number(count) <= max;
    return { allowed, retryAfter: allowed ? null : Math.max(1, Number(left)) };
  }
}
