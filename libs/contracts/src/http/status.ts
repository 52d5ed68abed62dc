import { z } from 'zod';

/** `GET /api/v1/status`: what the desk's first page shows. */
export const StatusReply = z.object({
  deliveries: z.int(),
  lastArrivedAt: z.iso.datetime().nullable(),
  waiting: z.int(),
  parked: z.int(),
  entries: z.int(),
  screensWatching: z.int(),
  /** From the HTTP request to the painted row, in milliseconds; null while no screen has told. */
  toScreen: z.object({ p50: z.number(), p99: z.number() }).nullable(),
});
export type StatusReply = z.infer<typeof StatusReply>;
