import { z } from 'zod';
import { FieldRule } from './field-rules.js';

/** `POST /api/v1/sources`. */
export const SourceBody = z.strictObject({
  kind: z.enum(['canonical', 'hubspot', 'pipedrive', 'aircall', 'json']),
  name: z.string().trim().min(1).max(100),
  /**
   * The vendor's own secret: the client secret of a HubSpot app, `user:password` as chosen at
   * Pipedrive, the token of an Aircall webhook; without it, we make one.
   */
  secret: z.string().min(8).max(500).optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
});
export type SourceBody = z.infer<typeof SourceBody>;

/** `PATCH /api/v1/sources/:id`. */
export const SourceChange = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  /** Replaces the settings, e.g. which deal stages are won. */
  settings: z.record(z.string(), z.unknown()).optional(),
  /** One more valid secret beside the present ones, to rotate; at most three are kept. */
  addSecret: z.string().min(8).max(500).optional(),
  /** Drops all but the newest secret. */
  endRotation: z.literal(true).optional(),
  /** What a paused source sends is kept, and counts when it goes on. */
  paused: z.boolean().optional(),
  /** Minutes of working time without a word; null is by its own rhythm, 0 is never. */
  silentAfterMinutes: z.int().min(0).max(10_000).nullable().optional(),
});
export type SourceChange = z.infer<typeof SourceChange>;

export const SourcesReply = z.object({
  sources: z.array(
    z.object({
      id: z.int(),
      kind: z.string(),
      name: z.string(),
      address: z.string(),
      /** How many secrets are valid. */
      secrets: z.int(),
      settings: z.unknown(),
      /** Where fields are taken from, besides what its vendor's own names tell. */
      fieldRules: z.array(FieldRule),
      paused: z.boolean(),
      /** Something has arrived from it. */
      hasSent: z.boolean(),
      state: z.enum(['waiting', 'fresh', 'quiet', 'failing', 'silent', 'paused']),
      /** When something arrived last; tests do not count. */
      lastAt: z.iso.datetime().nullable(),
      /** From the moment that it became true to its arrival, the middle of its newest events. */
      eventAgeMs: z.number().nullable(),
      /** Of the last 24 hours. */
      refused: z.int(),
      refusedAt: z.iso.datetime().nullable(),
      parked: z.int(),
      /** Kept while it is paused. */
      held: z.int(),
      /** In working time: for how long it has been silent, and from when on that is unusual. */
      silentForMs: z.number().nullable(),
      unusualAfterMs: z.number().nullable(),
      silentAfterMinutes: z.int().nullable(),
      /** The old secret is valid beside the new one; null when there is one secret. */
      rotation: z
        .object({
          oldUntil: z.iso.datetime(),
          oldUsedAt: z.iso.datetime().nullable(),
          newUsedAt: z.iso.datetime().nullable(),
        })
        .nullable(),
    }),
  ),
});
export type SourcesReply = z.infer<typeof SourcesReply>;

/** Shown once. */
export const SourceMade = z.object({
  id: z.int(),
  url: z.string(),
  secret: z.string(),
  apiKey: z.string().nullable(),
});
export type SourceMade = z.infer<typeof SourceMade>;
