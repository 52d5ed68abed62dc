import { z } from 'zod';
import { RowIdText } from './row-id.js';
import { Unit } from '../live/board.js';

/** `GET /api/v1/explain?person=7&metric=revenue_won&period=month` (or `period=month@2026-10`). */
export const ExplainQuery = z.object({
  person: RowIdText,
  metric: z.string().min(1).max(80),
  period: z
    .string()
    .regex(
      /^(day|week|month|quarter|year|all)(@[0-9A-Za-z-]{1,12})?$/,
      'is no period, e.g. month or month@2026-10',
    ),
  /** Entries after this number; the next page begins at `nextAfter`. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;

/** `GET /api/v1/explain/breakdown?metric=leads_by_channel&period=month&team=3`: of a person, a team, or all. */
export const BreakDownQuery = ExplainQuery.pick({ metric: true, period: true }).extend({
  person: RowIdText.optional(),
  team: RowIdText.optional(),
});
export type BreakDownQuery = z.infer<typeof BreakDownQuery>;

/** The largest first. */
const BreakDownPart = z.array(
  z.object({
    /** Empty where records have no such value. */
    facet: z.string(),
    score: z.number().nullable(),
    /** Of all parts together; null for what does not add up, such as rates. */
    share: z.number().nullable(),
  }),
);

export const BreakDownReply = z.object({
  metric: z.object({ key: z.string(), version: z.int(), title: z.string(), unit: Unit }),
  /** The field that it is broken down by, e.g. `channel`. */
  by: z.string(),
  parts: BreakDownPart,
});
export type BreakDownReply = z.infer<typeof BreakDownReply>;

export const ExplainedEntry = z.object({
  /** Number in the organisation's gapless ledger. */
  seq: z.int(),
  /** The business day that it counts on. */
  date: z.string(),
  at: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  /** What it moved, in each measure's smallest part, and under which version of the rule. */
  movements: z.array(z.object({ measure: z.string(), version: z.int(), quantity: z.number() })),
  record: z.object({
    source: z.string(),
    type: z.string(),
    externalId: z.string(),
    name: z.string().nullable(),
  }),
  revision: z.object({
    number: z.int(),
    /** When it became true in the source. */
    at: z.iso.datetime(),
    arrivedAt: z.iso.datetime(),
    /** What the source said then. */
    told: z.record(z.string(), z.unknown()),
  }),
  /** The entry that it takes back. */
  reverses: z.int().nullable(),
  /** The entries that take it back. */
  reversedBy: z.array(z.int()),
  /** Another record whose change led to this. */
  becauseOf: z.object({ type: z.string(), externalId: z.string() }).nullable(),
});
export type ExplainedEntry = z.infer<typeof ExplainedEntry>;

export const ExplainReply = z.object({
  person: z.object({ id: z.int(), name: z.string() }),
  metric: z.object({ key: z.string(), version: z.int(), title: z.string(), unit: Unit }),
  period: z.object({
    kind: z.string(),
    key: z.string(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
  }),
  /** What all entries add up to; null when there is nothing to rank. */
  score: z.number().nullable(),
  /** Both halves of a ratio. */
  halves: z.object({ numerator: z.number(), denominator: z.number() }).nullable(),
  /** What the board shows. */
  shown: z.number().nullable(),
  /** Of a ratio of too few: why it has no place, and whether its value is shown all the same. */
  noPlace: z
    .object({
      has: z.number(),
      needs: z.int(),
      one: z.string(),
      many: z.string(),
      isShown: z.boolean(),
    })
    .nullable(),
  /** The entries add up to what the board shows. */
  equal: z.boolean(),
  parts: z.array(
    z.object({
      measure: z.string(),
      version: z.int(),
      /** Which days it is added up over, seen from the period: its own, those before, all until now, … */
      window: z.enum([
        'period',
        'previous',
        'previous-2',
        'previous-3',
        'previous-4',
        'previous-5',
        'previous-6',
        'next',
        'opening',
        'closing',
        'average',
        'year',
        'elapsed',
      ]),
      from: z.string().nullable(),
      to: z.string().nullable(),
      quantity: z.number(),
    }),
  ),
  /** The number in its parts by channel, product, step, …; null where it has none. */
  brokenDown: z.object({ by: z.string(), parts: BreakDownPart }).nullable(),
  entries: z.array(ExplainedEntry),
  /** What could count and does not: above a cap, or not the first. The newest 50 are told. */
  leftOut: z.object({
    /** By measure: of so many records so many are left out, since `atMost` count for each day (and value of `by`). */
    counts: z.array(
      z.object({
        measure: z.string(),
        claimed: z.int(),
        leftOut: z.int(),
        atMost: z.int(),
        by: z.string().nullable(),
      }),
    ),
    newest: z.array(
      z.object({
        measure: z.string(),
        date: z.string(),
        at: z.iso.datetime(),
        /** The value of `by` that it has; empty where the day is all. */
        among: z.string(),
        record: ExplainedEntry.shape.record,
      }),
    ),
  }),
  nextAfter: z.int().nullable(),
});
export type ExplainReply = z.infer<typeof ExplainReply>;
