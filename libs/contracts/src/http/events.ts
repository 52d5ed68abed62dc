import { z } from 'zod';
import {
  AccountRecord,
  ContractRecord,
  CostRecord,
  FormRecord,
  QuotaRecord,
  ReferenceRecord,
  SubscriptionRecord,
  TicketRecord,
  UsageRecord,
} from './customer-records.js';
import {
  Amount,
  Count,
  Currency,
  Day,
  Level,
  Moment,
  Seconds,
  Somebody,
  Tags,
  about,
  text,
} from './record-parts.js';

/** When this became true in the sending system. Of two changes the later wins, whatever arrives first. */
const changedAt = Moment;

/** The most records in one request; more go in more requests. */
export const MOST_RECORDS = 1_000;
/** The largest request body, in bytes. */
export const MOST_BYTES = 1_048_576;

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
  /** When whoever it is began to use the product by themselves. */
  signedUpAt: Moment.nullable().optional(),
  contactLevel: Level.nullable().optional(),
  /** How well it fits the customers that are looked for, in your own words. */
  fit: text(60).nullable().optional(),
  segment: text(100).nullable().optional(),
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
  /** The business day on which it is expected to close. */
  expectedOn: Day.nullable().optional(),
  /** In percent. */
  probability: z.number().min(0, 'is negative').max(100, 'is more than 100').nullable().optional(),
  segment: text(100).nullable().optional(),
  /** What of the amount is for which product. */
  lines: z
    .array(z.strictObject({ product: text(200), amount: Amount }))
    .max(50)
    .nullable()
    .optional(),
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
  [
    CallRecord,
    EmailRecord,
    MeetingRecord,
    LeadRecord,
    DealRecord,
    TrialRecord,
    FormRecord,
    AccountRecord,
    SubscriptionRecord,
    ContractRecord,
    TicketRecord,
    UsageRecord,
    ReferenceRecord,
    CostRecord,
    QuotaRecord,
  ],
  {
    error:
      'is none of call, email, meeting, lead, deal, trial, form, account, subscription, contract, ' +
      'ticket, usage, reference, cost, quota',
  },
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
