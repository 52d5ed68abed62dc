import { z } from 'zod';

const Id = z.union([z.int(), z.string().min(1).max(60)]).transform(String);
const time = z.string().max(40);
const texts = z.string().max(1_000).nullable().optional();

/** What we read of a deal, an activity or a lead; the rest may be there too. */
export const PipedriveObject = z.object({
  title: texts,
  subject: texts,
  value: z
    .union([z.number(), z.object({ amount: z.number(), currency: z.string() })])
    .nullable()
    .optional(),
  currency: z.string().max(3).nullable().optional(),
  owner_id: Id.nullable().optional(),
  stage_id: Id.nullable().optional(),
  status: z.enum(['open', 'won', 'lost', 'deleted']).optional(),
  add_time: time.nullable().optional(),
  won_time: time.nullable().optional(),
  lost_time: time.nullable().optional(),
  close_time: time.nullable().optional(),
  lost_reason: texts,
  type: z.string().max(60).optional(),
  done: z.boolean().optional(),
  due_date: z.string().max(10).nullable().optional(),
  due_time: z.object({ value: z.string().nullable() }).nullable().optional(),
  duration: z.object({ value: z.string().nullable() }).nullable().optional(),
  person_id: Id.nullable().optional(),
  org_id: Id.nullable().optional(),
});
export type PipedriveObject = z.infer<typeof PipedriveObject>;

/** A Pipedrive webhook of version 2: the whole object, and what it was before where that changed. */
export const PipedriveEvent = z.object({
  data: PipedriveObject.nullable(),
  previous: PipedriveObject.partial().nullable().optional(),
  meta: z.object({
    /** Names the event; retries have the same. */
    id: z.string().min(1).max(100),
    action: z.enum(['create', 'change', 'delete']),
    entity: z.string().max(60),
    entity_id: Id,
    timestamp: z.iso.datetime({ offset: true }),
    version: z.string().startsWith('2', 'is not 2.0: choose version 2 at Pipedrive'),
    merged_to_id: Id.nullable().optional(),
  }),
});
export type PipedriveEvent = z.infer<typeof PipedriveEvent>;
