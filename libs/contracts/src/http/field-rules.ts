import { z } from 'zod';
import { RecordName } from './record-name.js';
import { DeliveryRef } from './deliveries.js';

/** How a value in a payload becomes the value of a field. */
const Conversion = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.enum(['text', 'list', 'number', 'yes-no', 'date', 'time', 'person']),
  }),
  /** `minor`: in cents, or whatever the currency's smallest part is. */
  z.strictObject({ as: z.literal('money'), unit: z.enum(['major', 'minor']) }),
  z.strictObject({
    as: z.literal('duration'),
    unit: z.enum(['milliseconds', 'seconds', 'minutes', 'hours']),
  }),
  z.strictObject({
    as: z.literal('table'),
    rows: z.array(z.strictObject({ from: z.string().max(200), to: z.string().max(200) })).max(200),
    /** What a value means that stands in no row; null: its delivery is parked. */
    otherwise: z.string().max(200).nullable(),
  }),
]);

/** A field of a record, and where it is taken from in what a source sends. */
export const FieldRule = z.strictObject({
  record: RecordName,
  /** `amount`, or one of your own: `custom.region`. */
  field: z.string().max(60),
  /** `data.custom_fields.3d0f.value`; at HubSpot `properties.` and the property's name. */
  from: z.string().max(300),
  read: Conversion,
});
export type FieldRule = z.infer<typeof FieldRule>;

const FieldRules = z.array(FieldRule).max(100);

/** `PUT /api/v1/sources/:id/fields`: all rules of a source. */
export const FieldRulesBody = z.strictObject({ rules: FieldRules });
export type FieldRulesBody = z.infer<typeof FieldRulesBody>;

/** What is wrong with a rule; its place is counted from 0. */
export const RuleTrouble = z.object({
  rule: z.int(),
  part: z.enum(['record', 'field', 'from', 'read']),
  reason: z.string(),
});
export type RuleTrouble = z.infer<typeof RuleTrouble>;

/** `GET /api/v1/sources/:id/fields`. */
export const FieldRulesReply = z.object({
  rules: FieldRules,
  /** Raised by each change of the rules or the settings. */
  version: z.int(),
  /** What the source can tell of, and which fields rules can fill. */
  records: z.array(
    z.object({
      record: RecordName,
      fields: z.array(
        z.object({
          field: z.string(),
          /** How it may be read, the usual way first. */
          conversions: z.array(z.string()),
          /** The only values that it can have; null when it can have any. */
          values: z.array(z.string()).nullable(),
        }),
      ),
    }),
  ),
});
export type FieldRulesReply = z.infer<typeof FieldRulesReply>;

/** `POST /api/v1/sources/:id/fields/preview`: a delivery of the log, or what one might look like. */
export const FieldPreviewBody = z.strictObject({
  rules: FieldRules,
  sent: z.union([
    z.strictObject({ ref: DeliveryRef }),
    z.strictObject({ body: z.string().max(200_000) }),
  ]),
});
export type FieldPreviewBody = z.infer<typeof FieldPreviewBody>;

const PreviewedField = z.object({
  name: z.string(),
  /** Missing when it is not told. */
  value: z.unknown().optional(),
  /** By the rules that are kept now; missing when they do not tell it. */
  was: z.unknown().optional(),
  differs: z.boolean(),
  /** The rule that fills it, counted from 0; null when the source's own language tells it. */
  rule: z.int().nullable(),
  /** Who is meant, where somebody is known. */
  person: z.string().nullable(),
});

/** Nothing is kept of it. */
export const FieldPreviewReply = z.object({
  /** What keeps rules from being kept. Those are left out of what follows. */
  troubles: z.array(RuleTrouble),
  /** Why there is nothing to look into; null when there is. */
  unreadable: z.string().nullable(),
  items: z.array(
    z.object({
      /** Each value that was sent, with the path that leads to it. */
      values: z.array(
        z.object({
          path: z.string(),
          /** The names on the path, from the outside in. */
          steps: z.array(z.string()),
          text: z.string(),
          kind: z.enum(['text', 'number', 'flag', 'empty']),
        }),
      ),
      records: z.array(
        z.object({
          type: z.string(),
          externalId: z.string(),
          deleted: z.boolean(),
          fields: z.array(PreviewedField),
        }),
      ),
      /** Values that rules cannot read: the delivery would be parked. */
      unconverted: z.array(z.object({ rule: z.int(), reason: z.string() })),
      /** Why nothing can be made of it at all. */
      problem: z.string().nullable(),
    }),
  ),
});
export type FieldPreviewReply = z.infer<typeof FieldPreviewReply>;
