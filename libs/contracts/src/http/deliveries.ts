import { z } from 'zod';

/** A line of a source's log: `d…` is a delivery in the inbox, `r…` a request that never got there. */
const Ref = z.string().regex(/^[dr]\d{1,15}$/, 'is no delivery');
/** The address of a line. */
export const DeliveryRef = Ref;

/** `GET /api/v1/sources/:id/deliveries`. */
export const DeliveriesQuery = z.object({
  verdict: z.enum(['all', 'counted', 'parked', 'not-needed', 'refused']).default('all'),
  /** Lines before this one, as `nextBefore` of the page before told. */
  before: z
    .string()
    .regex(/^\d{1,15}\.[dr]\d{1,15}$/, 'is no place in the log')
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;

/**
 * What became of a delivery:
 * `counted` moved a number; `noted` is known and moved none; `ignored` holds nothing that counts;
 * `set-aside` was parked and somebody decided that it is not to count; `waiting` will be scored in a
 * moment, `held` when its source goes on; `emptied` was scored, and what was sent is no longer kept;
 * `test` counts nowhere; `duplicate` and `refused` never came in.
 */
export const DeliveryState = z.enum([
  'counted',
  'noted',
  'ignored',
  'parked',
  'set-aside',
  'waiting',
  'held',
  'emptied',
  'test',
  'duplicate',
  'refused',
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

const Movement = z.object({ measure: z.string(), quantity: z.number() });

export const DeliveryLine = z.object({
  ref: Ref,
  /** When it arrived. */
  at: z.iso.datetime(),
  state: DeliveryState,
  /** The records that it tells of. */
  records: z.array(
    z.object({ type: z.string(), externalId: z.string(), name: z.string().nullable() }),
  ),
  /** Entries of the ledger that it brought. */
  entries: z.int(),
  /** Why it was parked or refused. */
  reason: z.string().nullable(),
  parkedKind: z.string().nullable(),
  parkedSubject: z.string().nullable(),
  /** Bytes; null when what was sent is no longer kept. */
  size: z.int().nullable(),
});
export type DeliveryLine = z.infer<typeof DeliveryLine>;

export const DeliveriesReply = z.object({
  deliveries: z.array(DeliveryLine),
  nextBefore: z.string().nullable(),
});
export type DeliveriesReply = z.infer<typeof DeliveriesReply>;

/** `GET /api/v1/sources/:id/deliveries/:ref`. */
export const DeliveryReply = DeliveryLine.extend({
  /** As it was sent, or its beginning; null when it is not kept. */
  body: z.string().nullable(),
  /** `cut`: the beginning only; `emptied`: no longer kept; `never`: nobody proved whose it was. */
  bodyKept: z.enum(['whole', 'cut', 'emptied', 'never']),
  parked: z.array(
    z.object({
      id: z.int(),
      kind: z.string(),
      subject: z.string(),
      detail: z.string(),
      ignored: z.boolean(),
    }),
  ),
  told: z.array(
    z.object({
      type: z.string(),
      externalId: z.string(),
      /** When it became true in the source. */
      at: z.iso.datetime(),
      fields: z.record(z.string(), z.unknown()),
      deleted: z.boolean().nullable(),
      mergedInto: z.string().nullable(),
      /** Fields that are taken from where the source's field rules say. */
      ruled: z.array(z.string()),
      /** The version of the source's settings that it counts by; null when it does not count. */
      countsBy: z.int().nullable(),
      /** It counts as it was understood before the settings were changed; replay it to mend that. */
      outdated: z.boolean(),
      /** Who is meant, where somebody is known. */
      people: z.array(z.object({ identity: z.string(), name: z.string().nullable() })),
      entries: z.array(
        z.object({
          seq: z.int(),
          person: z.string(),
          date: z.string(),
          movements: z.array(Movement),
          reverses: z.int().nullable(),
          reversedBy: z.int().nullable(),
          /** This delivery brought it; the others came with other deliveries about the record. */
          own: z.boolean(),
        }),
      ),
    }),
  ),
});
export type DeliveryReply = z.infer<typeof DeliveryReply>;

/** `POST /api/v1/sources/:id/replay`: these deliveries, or all of a stretch of time, some at a time. */
export const ReplayDeliveriesBody = z.union([
  z.strictObject({ refs: z.array(Ref).min(1).max(200) }),
  z.strictObject({
    from: z.iso.datetime({ offset: true }),
    until: z.iso.datetime({ offset: true }),
    /** Where the part before ended: its `next`. */
    after: z
      .string()
      .regex(/^\d{1,15}\.d\d{1,15}$/, 'is no place in the log')
      .optional(),
  }),
]);
export type ReplayDeliveriesBody = z.infer<typeof ReplayDeliveriesBody>;

export const ReplayedReply = z.object({
  replayed: z.int(),
  /** What was sent with them is no longer kept, so they stay as they are. */
  notKept: z.int(),
  /** There are more: send the same again with this as `after`. */
  next: z.string().nullable(),
});
export type ReplayedReply = z.infer<typeof ReplayedReply>;

/** `POST /api/v1/sources/:id/rotation`. */
export const RotationBody = z.strictObject({
  /** The vendor's own new secret; without it, we make one. */
  secret: z.string().min(8).max(500).optional(),
  /** For how long the old one stays valid. */
  hours: z.int().min(1).max(168).default(24),
});
export type RotationBody = z.infer<typeof RotationBody>;

/** Shown once. */
export const RotationReply = z.object({
  secret: z.string(),
  apiKey: z.string().nullable(),
  oldUntil: z.iso.datetime(),
});
export type RotationReply = z.infer<typeof RotationReply>;
