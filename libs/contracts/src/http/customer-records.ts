import { z } from 'zod';
import {
  Amount,
  Count,
  Currency,
  Day,
  Moment,
  Seconds,
  Somebody,
  about,
  text,
} from './record-parts.js';

/** When this became true in the sending system. Of two changes the later wins, whatever arrives first. */
const changedAt = Moment;

/** Something that a visitor filled in. */
export const FormRecord = z.strictObject({
  type: z.literal('form'),
  ...about,
  changedAt: changedAt.optional(),
  name: text(200).nullable().optional(),
  submittedAt: Moment,
});

/** A company; its externalId is what other records call `account`. */
export const AccountRecord = z.strictObject({
  type: z.literal('account'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  /** The company that it belongs to, by that one's externalId. */
  parent: text(200).nullable().optional(),
  employees: Count.nullable().optional(),
  /** People who may use the product. */
  seats: Count.nullable().optional(),
  segment: text(100).nullable().optional(),
  /** Looked after by its owner from this day on, and until that one. */
  assignedOn: Day.nullable().optional(),
  releasedOn: Day.nullable().optional(),
});

export const SubscriptionRecord = z.strictObject({
  type: z.literal('subscription'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  product: text(200).nullable().optional(),
  /** The deal that it came of, by its externalId. */
  deal: text(200).nullable().optional(),
  /** The recurring price of a month, a twelfth of that of a year. */
  monthly: Amount.nullable().optional(),
  currency: Currency.optional(),
  signedAt: Moment.nullable().optional(),
  startsOn: Day.nullable().optional(),
  /** The first day without it. */
  endsOn: Day.nullable().optional(),
  /** When it was cancelled, whenever that takes effect. */
  noticeAt: Moment.nullable().optional(),
});

export const ContractRecord = z.strictObject({
  type: z.literal('contract'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  dueOn: Day.nullable().optional(),
  status: z.enum(['running', 'renewed', 'lapsed']).optional(),
  amount: Amount.nullable().optional(),
  currency: Currency.optional(),
});

export const TicketRecord = z.strictObject({
  type: z.literal('ticket'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
  status: z.enum(['open', 'closed']).optional(),
  openedAt: Moment.optional(),
  closedAt: Moment.nullable().optional(),
});

/** Something that a customer's people did with the product. */
export const UsageRecord = z.strictObject({
  type: z.literal('usage'),
  ...about,
  changedAt: changedAt.optional(),
  kind: z.enum(['login', 'session', 'feature', 'milestone']),
  name: text(200).nullable().optional(),
  /** Who, in the product's words. */
  user: text(200).nullable().optional(),
  seconds: Seconds.nullable().optional(),
  usedAt: Moment,
});

/** A case study, a quote, a reference call. */
export const ReferenceRecord = z.strictObject({
  type: z.literal('reference'),
  ...about,
  changedAt: changedAt.optional(),
  kind: text(60).nullable().optional(),
  name: text(200).nullable().optional(),
  publishedAt: Moment,
});

/** What was spent, over the days for which it was. */
export const CostRecord = z.strictObject({
  type: z.literal('cost'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  kind: z.enum(['sales', 'marketing', 'customer-success', 'delivery']).optional(),
  /** What of the way to a customer it was for. */
  step: z.enum(['contacting', 'qualifying', 'trial', 'closing', 'renewal']).nullable().optional(),
  channel: text(60).nullable().optional(),
  amount: Amount.nullable().optional(),
  currency: Currency.optional(),
  from: Day.optional(),
  until: Day.nullable().optional(),
});

/** What somebody is to bring in over some days; relief is one with an amount below 0. */
export const QuotaRecord = z.strictObject({
  type: z.literal('quota'),
  ...about,
  changedAt,
  name: text(200).nullable().optional(),
  /** `team`: a manager's own, for all of their team. */
  scope: z.enum(['own', 'team']).optional(),
  /** Only what is sold to customers new or old. */
  business: z.enum(['new', 'existing']).nullable().optional(),
  product: text(200).nullable().optional(),
  reason: z.enum(['leave', 'ramp', 'territory', 'product']).nullable().optional(),
  approvedBy: Somebody.nullable().optional(),
  amount: Amount.nullable().optional(),
  /** Deals to win, where no money is meant. */
  deals: z.number().min(-1e9).max(1e9).nullable().optional(),
  currency: Currency.optional(),
  from: Day.optional(),
  until: Day.nullable().optional(),
});
