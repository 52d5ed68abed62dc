import { z } from 'zod';
import { Unit } from '../live/board.js';
import { ExplainReply } from './explain.js';
import { RowIdText } from './row-id.js';

/** `GET /api/v1/explain/versus?board=revenue_won.month.reps&member=7`: against the one ahead, the leader, or anyone. */
export const VersusQuery = z.object({
  board: z.string().max(150),
  /** A person, or a team on a board of teams. */
  member: RowIdText,
  /** Who leads is compared with who comes next. */
  against: z.union([z.enum(['ahead', 'leader']), RowIdText]).default('ahead'),
});
export type VersusQuery = z.infer<typeof VersusQuery>;

const Side = z.object({
  id: z.int(),
  name: z.string(),
  /** Null without a place. */
  rank: z.int().nullable(),
  tied: z.boolean(),
  /** Null without one, and where it is not told. */
  score: z.number().nullable(),
  /** Both halves of a ratio. */
  halves: ExplainReply.shape.halves,
  /** When the score became what it is. */
  reachedAt: z.number().nullable(),
});

export const VersusReply = z.object({
  metric: z.object({
    key: z.string(),
    title: z.string(),
    unit: Unit,
    direction: z.enum(['higher', 'lower']),
  }),
  own: Side,
  /** Null where there is nobody to compare with, or none who may be seen. */
  other: Side.nullable(),
  /** Seen from the first; null without another. */
  verdict: z
    .discriminatedUnion('kind', [
      /** `by`: how far apart, in the metric's smallest part; null where the other's score is not told. */
      z.object({ kind: z.enum(['ahead', 'behind']), by: z.number().nullable() }),
      /** The same score is the same place; who got there first is shown first. */
      z.object({ kind: z.literal('level'), first: z.enum(['own', 'other']).nullable() }),
      /** Without a score there is no place. */
      z.object({ kind: z.literal('unplaced'), who: z.enum(['own', 'other', 'both']) }),
    ])
    .nullable(),
  /** Measure by measure and window by window; null where the other's are not told. */
  parts: z
    .array(
      z.object({
        measure: z.string(),
        window: ExplainReply.shape.parts.element.shape.window,
        own: z.number(),
        other: z.number(),
        /** Of the difference of both scores (own less the other's), in the metric's smallest part. All add up to it. */
        effect: z.number().nullable(),
      }),
    )
    .nullable(),
  /** What it takes to draw level; null for who is ahead or level, and where no single step says it. */
  needs: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.enum(['more', 'less']),
        gap: z.number(),
        /** What one of theirs has been worth on average. */
        each: z.number().nullable(),
        times: z.int().nullable(),
      }),
      /** So many that count on both sides of a rate. */
      z.object({ kind: z.literal('in-a-row'), times: z.int() }),
    ])
    .nullable(),
  /** The type of the records that count; null where there are several. */
  recordType: z.string().nullable(),
});
export type VersusReply = z.infer<typeof VersusReply>;
