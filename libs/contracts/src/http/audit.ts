import { z } from 'zod';

const filters = {
  /** What was done, e.g. `person-moved`. */
  deed: z.string().max(40).optional(),
  /** What it was done to: `person`, `team`, `screen`, `source`, … */
  subject: z.string().max(40).optional(),
  /** Its number; together with `subject`. */
  id: z.string().max(64).optional(),
  /** Who did it, by the name that they had then. */
  actor: z.string().max(200).optional(),
  /** From this moment on. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Before this moment. */
  to: z.iso.datetime({ offset: true }).optional(),
};

/** `GET /api/v1/audit.csv`. */
export const AuditFilters = z.object(filters);
export type AuditFilters = z.infer<typeof AuditFilters>;

/** `GET /api/v1/audit`. */
export const AuditQuery = z.object({
  ...filters,
  /** The page that follows the row of this id. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** One change. Names are those of then. */
export const AuditChange = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  by: z.object({
    kind: z.enum(['key', 'account', 'system']),
    id: z.string().nullable(),
    name: z.string(),
  }),
  deed: z.string(),
  subject: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  /** Only what differs. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});
export type AuditChange = z.infer<typeof AuditChange>;

export const AuditReply = z.object({
  changes: z.array(AuditChange),
  /** For the next page; null when this is the last one. */
  nextBefore: z.int().nullable(),
  /** By whom anything was changed, to filter by. */
  actors: z.array(z.string()),
});
export type AuditReply = z.infer<typeof AuditReply>;
