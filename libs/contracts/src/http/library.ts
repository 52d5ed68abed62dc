import { z } from 'zod';
import { Instant } from '../live/freshness.js';

/** What a figure of the catalogue is called in an address. */
export const KpiKey = z.string().max(60);

/** A figure of the catalogue, as a manager picks it. */
export const KpiCard = z.object({
  /** Number in the catalogue, e.g. `K057`. */
  id: z.string(),
  key: z.string(),
  name: z.string(),
  category: z.string(),
  meaning: z.string(),
  formula: z.string(),
  /** Which day a record counts on, and what does not count. */
  counts: z.string(),
  direction: z.enum(['higher', 'lower']),
  timing: z.enum(['leading', 'lagging']),
  tells: z.enum(['growth', 'performance', 'cost']),
  roles: z.array(z.string()),
  /** What has to be sent for it to have a value. */
  needs: z.array(z.string()),
  example: z.string(),
  /** The metric whose boards show it; null for what scorecards show, which needs not be added. */
  metric: z.string().nullable(),
  inUse: z.boolean(),
});
export type KpiCard = z.infer<typeof KpiCard>;

export const LibraryReply = z.object({
  /** In the order in which they are shown. */
  categories: z.array(z.string()),
  kpis: z.array(KpiCard),
});
export type LibraryReply = z.infer<typeof LibraryReply>;

/** What has come before is counted anew by the definitions in force. */
export const Rescoring = z.object({
  state: z.enum(['running', 'done', 'cancelled']),
  /** What it is for, e.g. `MQLs created`. */
  reason: z.string(),
  /** Records looked at, of so many. */
  done: z.int(),
  total: z.int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** How long it will still take, in seconds; null when that cannot be said. */
  secondsLeft: z.number().nullable(),
});
export type Rescoring = z.infer<typeof Rescoring>;

/** The last that was asked for; null when there never was any. */
export const RescoringReply = z.object({ rescoring: Rescoring.nullable() });
export type RescoringReply = z.infer<typeof RescoringReply>;
