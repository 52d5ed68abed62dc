import { z } from 'zod';

const kind = z.string().max(40);
const subject = z.string().max(300);

/** `GET /api/v1/parked`. */
export const ParkedQuery = z.object({
  kind: kind.optional(),
  subject: subject.optional(),
  /** What was set aside instead of what waits. */
  ignored: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ParkedQuery = z.infer<typeof ParkedQuery>;

/** `POST /api/v1/parked/replay`: which to try again; nothing named means all. */
export const ReplayBody = z.strictObject({
  ids: z.array(z.int().positive()).min(1).max(1_000).optional(),
  kind: kind.optional(),
  subject: subject.optional(),
});
export type ReplayBody = z.infer<typeof ReplayBody>;

/** `POST /api/v1/parked/ignore` and `…/notice`: which to set aside, or to take back from there. */
export const IgnoreBody = z.union([
  z.strictObject({ ids: z.array(z.int().positive()).min(1).max(1_000) }),
  z.strictObject({ kind, subject }),
]);
export type IgnoreBody = z.infer<typeof IgnoreBody>;

export const ParkedReply = z.object({
  items: z.array(
    z.object({
      id: z.int(),
      /** `unknown-person`, `unmappable`, `foreign-currency`, … */
      kind: z.string(),
      /** What it is about, e.g. the unknown identity. */
      subject: z.string(),
      detail: z.string(),
      source: z.string(),
      record: z.object({ type: z.string(), externalId: z.string() }).nullable(),
      body: z.string(),
      parkedAt: z.iso.datetime(),
    }),
  ),
  nextAfter: z.int().nullable(),
  /** All that is open, by kind and subject, most first. */
  counts: z.array(z.object({ kind: z.string(), subject: z.string(), items: z.int() })),
});
export type ParkedReply = z.infer<typeof ParkedReply>;
