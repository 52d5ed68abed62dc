import { z } from 'zod';

const seconds = z.int().min(631_152_000).max(4_102_444_800);

/** Aircall's event of an ended call: it is complete. */
export const AircallEvent = z.object({
  resource: z.string().max(40),
  event: z.string().max(60),
  timestamp: seconds,
  /** The secret of the webhook; Aircall does not sign. */
  token: z.string().max(200),
  data: z.object({
    id: z.union([z.int(), z.string().max(60)]).transform(String),
    direction: z.enum(['inbound', 'outbound']),
    started_at: seconds.nullable().optional(),
    /** Null when nobody answered. */
    answered_at: seconds.nullable().optional(),
    ended_at: seconds.nullable().optional(),
    raw_digits: z.string().max(60).nullable().optional(),
    user: z
      .object({
        id: z.union([z.int(), z.string()]).transform(String),
        email: z.email().optional(),
      })
      .nullable()
      .optional(),
    tags: z
      .array(z.object({ name: z.string().max(60) }))
      .max(50)
      .optional(),
  }),
});
export type AircallEvent = z.infer<typeof AircallEvent>;

export const ENDED = 'call.ended';
