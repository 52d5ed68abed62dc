import { z } from 'zod';

const Id = z.union([z.int(), z.string().min(1).max(40)]).transform(String);

/** One event of a HubSpot delivery; what we do not read may be there too. */
export const HubspotEvent = z
  .object({
    eventId: Id.optional(),
    portalId: Id,
    /** Deliveries say `subscriptionType`, the published sample says `eventType`. */
    subscriptionType: z.string().max(80).optional(),
    eventType: z.string().max(80).optional(),
    /** The kind of object in generic `object.*` events. */
    objectTypeId: z.string().max(20).optional(),
    objectId: Id,
    occurredAt: z.int().min(631_152_000_000).max(4_102_444_800_000),
    propertyName: z.string().max(200).optional(),
    propertyValue: z.string().max(65_536).nullable().optional(),
    primaryObjectId: Id.optional(),
    mergedObjectIds: z.array(Id).max(1_000).optional(),
    newObjectId: Id.nullable().optional(),
  })
  .transform((event, context) => {
    const kind = event.subscriptionType ?? event.eventType;
    const [object, verb] = kind?.split('.') ?? [];
    if (kind === undefined || !object || !verb) {
      context.addIssue({ code: 'custom', path: ['subscriptionType'], message: 'is missing' });
      return z.NEVER;
    }
    return { ...event, kind, object: event.objectTypeId ?? object, verb };
  });
export type HubspotEvent = z.infer<typeof HubspotEvent>;

/** What repeats of an event share; `eventId` alone does not tell events apart. */
export function hubspotEventName(event: HubspotEvent): string {
  return JSON.stringify([
    event.portalId,
    event.kind,
    event.objectTypeId,
    event.objectId,
    event.propertyName,
    event.occurredAt,
    event.eventId,
    event.propertyValue,
  ]);
}
