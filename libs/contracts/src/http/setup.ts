import { z } from 'zod';
import { OwnerBody } from './members.js';
import { Currency, Locale, OrganisationName } from './organisation-facts.js';
import { TimeZone } from './time-zone.js';

/** `POST /api/v1/setup`: founds the organisation, once. */
export const SetupBody = z.strictObject({
  /** From the link that the first start prints. */
  token: z.string().min(10).max(200),
  name: OrganisationName,
  timeZone: TimeZone,
  currency: Currency,
  locale: Locale,
  /** The account of whoever founds it, who is signed in by this; without it, there is the key only. */
  owner: OwnerBody.optional(),
});
export type SetupBody = z.infer<typeof SetupBody>;

/** Shown once: keys are kept as hashes only. */
export const SetupReply = z.object({
  ownerKey: z.string(),
  deskUrl: z.string(),
  wallUrl: z.string(),
  source: z.object({
    eventsUrl: z.string(),
    apiKey: z.string(),
    /** For senders that sign: Standard Webhooks, with this address. */
    signedUrl: z.string(),
    webhookSecret: z.string(),
  }),
});
export type SetupReply = z.infer<typeof SetupReply>;
