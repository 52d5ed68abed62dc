import { z } from 'zod';

/** Milliseconds since 1970 by the server's clock. */
export const Instant = z.int().nonnegative();

/** How old the numbers of a view are. All instants are milliseconds by the server's clock. */
export const Freshness = z.object({
  /** Everything that had arrived by then is in these numbers. */
  asOf: Instant,
  /** The newest event in these numbers: when it happened, reached us, and was scored. */
  newest: z.object({ happenedAt: Instant, arrivedAt: Instant, scoredAt: Instant }).nullable(),
});
export type Freshness = z.infer<typeof Freshness>;
