import { z } from 'zod';

/** The most records in one request; more go in more requests. */
export const MOST_RECORDS = 1_000;
/** The largest request body, in bytes. */
export const MOST_BYTES = 1_048_576;

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const inRange = (text: string): boolean => {
  const instant = Date.parse(text);
  return instant >= EARLIEST && instant < LATEST;
};

const Moment = z.iso
  .datetime({ offset: true, error: 'is no ISO 8601 time with zone, e.g. 2026-03-30T09:15:00Z' })
  .refine(inRange, 'lies outside 1990 to 2099');

const Day = z.iso.date('is no day, e.g. 2026-03-30').refine(inRange, 'lies outside 1990 to 2099');

/** PostgreSQL can keep neither the NUL character nor half of a surrogate pair, so no text may carry them. */
const text = (most: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((value) => !value.includes('\u0000'), 'contains the NUL character')
    .refine((value) => !/\p{Surrogate}/u.test(value), 'contains half of a surrogate pair');

/** Somebody: by e-mail address, or by the id that the sending system knows them by. */
const Somebody = z.union(
  [
    z.email('is no e-mail address').max(254),
    z.strictObject({ email: z.email('is no e-mail address').max(254) }),
    z.strictObject({ id: text(200) }),
  ],
  'is neither an e-mail address nor { "email": … } nor { "id": … }',
);

/** A decimal amount, as text or number: `"12500.50"`. */
const Amount = z.union([
  z.string().regex(/^[+-]?\d{1,10}(\.\d{0,20})?$/, 'is no plain decimal amount, e.g. "12500.50"'),
  z
    .number()
    .refine((value) => Math.abs(value) < 1e10, 'is too large for one record')
    .refine((value) => !/e/.test(String(value)), 'is no plain decimal amount, e.g. 12500.5'),
]);

const Currency = z.string().regex(/^[A-Z]{3}$/, 'is no ISO 4217 code in capitals, e.g. EUR');
const Seconds = z
  .int('is no whole number of seconds')
  .min(0, 'is negative')
  .max(86_400, 'is longer than a day');
const Level = z.enum(['c-level', 'vp', 'director', 'manager', 'staff']);
const Count = z.number().min(0, 'is negative').max(1e9, 'is too large for one record');
const Tags = z.array(text(60)).max(20);

/** Fields of your own, for conditions and sums: `call.custom.satisfaction`. */
const Custom = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/, 'is no name of a field'),
    z.union([text(200), z.number().min(-1e12).max(1e12), z.boolean()]).nullable(),
  )
  .refine((fields) => Object.keys(fields).length <= 50, 'has more than 50 fields');

const about = {
  /** Names this message, so that a repeat counts once. Default: the content itself. */
  id: text(200).optional(),
  /** The record in the sending system; the same id is the same thing, later. */
  externalId: text(200),
  owner: Somebody.nullable().optional(),
  createdBy: Somebody.nullable().optional(),
  contact: text(200).nullable().optional(),
  account: text(200).nullable().optional(),
  custom: Custom.optional(),
  /** The record was removed in the sending system; false brings it back. */
  deleted: z.boolean().optional(),
  /** The record went into another one of this type, by that one's externalId; null undoes it. */
  mergedInto: text(200).nullable().optional(),
};

/** When this became true in the sending system. Of two changes the later wins, whatever arrives first. */
const changedAt = Moment;

export const CallRecord = z.strictObject({
  type: z.literal('call'),
  ...about,
  changedAt: changedAt.optional(),
  endedAt: Moment,
  startedAt: Moment.optional(),
  direction: z.enum(['outbound', 'inbound']).optional(),
  /** `conversation` marks that somebody was reached. */
  outcome: text(60).nullable().optional(),
  talkSeconds: Seconds.nullable().optional(),
  /** What it was for, e.g. `qualification`. */
  purpose: text(60).nullable().optional(),
  /** The deal that it was about, by its externalId. */
  deal: text(200).nullable().optional(),
  /** How high up whoever was talked to stands. */
  contactLevel: Level.nullable().optional(),
  tags: Tags.optional(),
});

export const EmailRecord = z.strictObject({
  type: z.literal('email'),
  ...about,
  changedAt: changedAt.optional(),
  sentAt: Moment,
  direction: z.enum(['outbound', 'inbound']).optional(),
  /** Sent by a sequence and not by hand. */
  automated: z.boolean().optional(),
  /** The conversation that it belongs to. */
  thread: text(200).nullable().optional(),
  tags: Tags.optional(),
});

export const MeetingRecord = z.strictObject({
  type: z.literal('meeting'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  kind: text(60).nullable().optional(),
  place: z.enum(['onsite', 'remote']).nullable().optional(),
  deal: text(200).nullable().optional(),
  contactLevel: Level.nullable().optional(),
  status: z.enum(['booked', 'held', 'no-show', 'cancelled']).optional(),
  bookedAt: Moment.optional(),
  startsAt: Moment.optional(),
  heldAt: Moment.optional(),
  tags: Tags.optional(),
});

export const LeadRecord = z.strictObject({
  type: z.literal('lead'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  channel: text(60).nullable().optional(),
  status: z
    .enum(['new', 'iql', 'pql', 'mql', 'sal', 'sql', 'converted', 'rejected', 'recycled'])
    .optional(),
  createdAt: Moment.optional(),
  /** When somebody first got in touch. */
  touchedAt: Moment.nullable().optional(),
  /** Handed over from who qualified it to who sells. */
  passedAt: Moment.nullable().optional(),
  passedBy: Somebody.nullable().optional(),
});

export const DealRecord = z.strictObject({
  type: z.literal('deal'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  product: text(200).nullable().optional(),
  kind: z.enum(['new', 'cross-sell', 'up-sell', 'renewal']).nullable().optional(),
  /** The same in every system, unlike `stage`. */
  step: z.enum(['qualifying', 'demo', 'proposal', 'negotiation']).nullable().optional(),
  stage: text(100).nullable().optional(),
  status: z.enum(['open', 'won', 'lost']).optional(),
  amount: Amount.nullable().optional(),
  currency: Currency.optional(),
  /** What it costs to deliver. */
  cost: Amount.nullable().optional(),
  /** Of the amount, what comes again each year. */
  yearly: Amount.nullable().optional(),
  quantity: Count.nullable().optional(),
  termMonths: Count.nullable().optional(),
  createdAt: Moment.optional(),
  firstContactAt: Moment.nullable().optional(),
  /** When it was found worth selling: the start of its way to the close. */
  qualifiedAt: Moment.nullable().optional(),
  paidAt: Moment.nullable().optional(),
  /** The business day of the close, in your own calendar. */
  closedOn: Day.nullable().optional(),
  lostReason: text(200).nullable().optional(),
  /** Shares in percent that add up to 100; null goes back to the owner alone. */
  splits: z
    .array(z.strictObject({ owner: Somebody, percent: z.number().gt(0).max(100).multipleOf(0.01) }))
    .min(2)
    .max(20)
    .refine(
      (splits) =>
        splits.reduce((sum, { percent }) => sum + Math.round(percent * 100), 0) === 10_000,
      'do not add up to 100 percent',
    )
    .nullable()
    .optional(),
});

/** A proof of concept, trial or evaluation. */
export const TrialRecord = z.strictObject({
  type: z.literal('trial'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  /** The deal that it is for, by its externalId. */
  deal: text(200).nullable().optional(),
  status: z.enum(['running', 'passed', 'failed']).optional(),
  startedAt: Moment.optional(),
  completedAt: Moment.nullable().optional(),
  /** What it was agreed to show, and how much of it was shown. */
  goals: Count.nullable().optional(),
  goalsMet: Count.nullable().optional(),
  evaluatedAt: Moment.nullable().optional(),
  successful: z.boolean().nullable().optional(),
  /** The day by which the customer means to buy. */
  intentBy: Day.nullable().optional(),
  paidAt: Moment.nullable().optional(),
  currency: Currency.optional(),
  cost: Amount.nullable().optional(),
});

/** What `POST /api/v1/events` takes: something that is true of one record since a moment. */
export const CanonicalRecord = z.discriminatedUnion(
  'type',
  [CallRecord, EmailRecord, MeetingRecord, LeadRecord, DealRecord, TrialRecord],
  { error: 'is none of call, email, meeting, lead, deal, trial' },
);
export type CanonicalRecord = z.infer<typeof CanonicalRecord>;

export const ItemVerdict = z.object({
  /** Place in the request, 0 for the first. */
  index: z.int(),
  /**
   * `accepted`: kept and on its way to the boards. `duplicate`: here before, counts once.
   * `ignored`: of a kind that nothing counts. `refused`: see `error`; the others count all the same.
   */
  verdict: z.enum(['accepted', 'duplicate', 'ignored', 'refused']),
  error: z.object({ field: z.string(), reason: z.string() }).optional(),
});
export type ItemVerdict = z.infer<typeof ItemVerdict>;

export const IntakeReply = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  ignored: z.int(),
  refused: z.int(),
  items: z.array(ItemVerdict),
});
export type IntakeReply = z.infer<typeof IntakeReply>;
