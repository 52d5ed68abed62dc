import { z } from 'zod';
import { Freshness, Instant } from './freshness.js';

const Money = z.object({
  kind: z.literal('money'),
  currency: z.string(),
  minorDigits: z.int(),
});

/** What a score counts, and how to print it. Scores are integers in the unit's smallest part, except ratios. */
export const Unit = z.discriminatedUnion('kind', [
  /** Integer in minor units, e.g. cents; `minorDigits` of them make one whole. */
  Money,
  /** Integer thousandths, so that a shared deal can count as a half. */
  z.object({ kind: z.literal('count'), one: z.string(), many: z.string() }),
  /** Integer thousandths of a point. */
  z.object({ kind: z.literal('points') }),
  /** Integer seconds. */
  z.object({ kind: z.literal('duration') }),
  /** Seconds, told as days. */
  z.object({ kind: z.literal('days') }),
  /** So many of one thing for one of another, e.g. calls for a conversation. */
  z.object({ kind: z.literal('per') }),
  /** Numerator over denominator, 0.5 is 50 %; both are counts, or what `of` says. */
  z.object({ kind: z.literal('ratio'), of: Money.optional() }),
  /** Values are not told; each score is a share of the leader's, 0 to 1. */
  z.object({ kind: z.literal('share') }),
  /** Neither values nor shares are told; every score is 0. */
  z.object({ kind: z.literal('place') }),
]);
export type Unit = z.infer<typeof Unit>;

export const Team = z.object({
  id: z.int(),
  name: z.string(),
  /** Which ribbon the team wears: 1 gentian to 12 spruce, and on with the next weave. */
  ribbon: z.int().positive(),
});
export type Team = z.infer<typeof Team>;

export const BoardRow = z.object({
  /** The person's or the team's id, by what competes on the board. */
  id: z.int(),
  name: z.string(),
  shortName: z.string(),
  photoUrl: z.string().nullable(),
  team: Team.nullable(),
  /** 1224: equal ones share the place, the next place is skipped. Null for a ratio of too few; these come last. */
  rank: z.int().positive().nullable(),
  /** Shares its place with somebody. */
  tied: z.boolean(),
  /** Null for a ratio of too few to be shown. */
  score: z.number().nullable(),
  /** Of who asks, in the metric's own unit, where the board's is `share` or `place`. */
  ownScore: z.number().optional(),
  /** Of a ratio of too few: what it has of what it needs, to be shown or else to have a place: 3 of 5, say. */
  short: z.object({ has: z.number(), needs: z.int() }).optional(),
  /** Both halves of a ratio, in their own smallest parts. */
  parts: z.object({ numerator: z.number(), denominator: z.number() }).nullable(),
  /** When the score became what it is now; decides the order inside a tie. */
  reachedAt: Instant,
  /** What is missing to the next higher score; null for who leads, has no place, or where scores do not order. */
  gap: z.number().nullable(),
  /** The place at the start of the business day; null when not yet ranked then. */
  rankAtDayStart: z.int().positive().nullable(),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const BoardHeading = z.object({
  /** E.g. `revenue.month.reps` or `calls.day.reps.team-3`. */
  boardId: z.string(),
  title: z.string(),
  metric: z.string(),
  unit: Unit,
  direction: z.enum(['higher', 'lower']),
  /** Of how many a ratio has to be, to be shown and to have a place, and what they are called. */
  least: z
    .object({
      shown: z.int(),
      ranked: z.int(),
      one: z.string(),
      many: z.string(),
      /** Not the rates order, but what each is at least (where lower is better: at most) by Wilson's bound at 95 %. */
      isByBound: z.boolean(),
    })
    .optional(),
  period: z.object({
    kind: z.enum(['day', 'week', 'month', 'quarter', 'year', 'all']),
    /**
     * E.g. `2026-11-21`, the week's first day `2026-11-16`, `2026-11`, `2026-Q4`, `2026`, `all`; of a fiscal year
     * `FY2027-P08`, `FY2027-Q3`, `FY2027`.
     */
    key: z.string(),
    /** Keys of the periods before and after it; null of all time. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** E.g. `November`, `Q3 FY27`. */
    label: z.string(),
    startsOn: z.string().nullable(),
    /** Last day, inclusive. */
    endsOn: z.string().nullable(),
  }),
  competitors: z.enum(['reps', 'teams']),
  /** The team whose people compete, or null for the whole organisation. */
  team: Team.nullable(),
  timeZone: z.string(),
  /**
   * While who began in the period can still get there in time: the day from which on the board is
   * final, and how people call it, e.g. `31 December`.
   */
  ripens: z.object({ on: z.string(), label: z.string() }).optional(),
  /** How many places are listed to who asks, besides their own; missing when all are. */
  places: z.int().positive().optional(),
});
export type BoardHeading = z.infer<typeof BoardHeading>;

/** The whole of what a screen shows of a board. Whoever joins, or missed a revision, starts from here. */
export const BoardSnapshot = z.object({
  heading: BoardHeading,
  /** Best first, at most `BOARD_ROWS`. */
  rows: z.array(BoardRow),
  /** How many have a place. */
  ranked: z.int(),
  /** How many are listed without one, after them. */
  unranked: z.int(),
  /** How many could be. */
  roster: z.int(),
  freshness: Freshness,
});
export type BoardSnapshot = z.infer<typeof BoardSnapshot>;

/** How many rows of a board go to screens; further ones are read page by page over HTTP. */
export const BOARD_ROWS = 60;

/** What differs between `revision - 1` and `revision`. A new epoch means: forget all, ask for a snapshot. */
export const BoardDelta = z.object({
  topic: z.string(),
  epoch: z.string(),
  revision: z.int(),
  changes: z.object({
    /** Every row with anything new. */
    rows: z.array(BoardRow),
    /** Ids that left the rows. */
    removed: z.array(z.int()),
    ranked: z.int(),
    unranked: z.int(),
    roster: z.int(),
  }),
  freshness: Freshness,
});
export type BoardDelta = z.infer<typeof BoardDelta>;
