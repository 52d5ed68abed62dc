import { z } from 'zod';
import { RowIdText } from './row-id.js';
import { BoardHeading, BoardRow } from '../live/board.js';
import { Freshness } from '../live/freshness.js';

const wholeNumber = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).default(otherwise);

/** `GET /api/v1/boards/:id`: a stretch of it from the top, or around somebody. */
export const BoardQuery = z.object({
  /** Lines to skip. */
  offset: wholeNumber(0, 1_000_000, 0),
  limit: wholeNumber(1, 500, 50),
  /** A person's or a team's id: the lines around theirs instead. */
  around: RowIdText.optional(),
  /** How many on each side of theirs. */
  span: wholeNumber(0, 100, 2),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

export const BoardReply = z.object({
  heading: BoardHeading,
  rows: z.array(BoardRow),
  /** How many have a place, and how many are listed without one. */
  ranked: z.int(),
  unranked: z.int(),
  roster: z.int(),
  freshness: Freshness,
});
export type BoardReply = z.infer<typeof BoardReply>;

export const MetricKey = z.string().max(60);

/** `PUT /api/v1/metrics/:key/privacy`: who its boards are for, and how much of them is told. */
export const MetricPrivacy = z.strictObject({
  /** `team`: each team its own board. `person`: everybody their own line, and nobody another's. */
  audience: z.enum(['everyone', 'team', 'managers', 'person']),
  /** `progress`: shares of the leader's score. `rank`: places only. */
  shows: z.enum(['value', 'progress', 'rank']),
  /** How many places are listed; null is all. Everybody sees their own, too. */
  places: z.int().min(1).max(1000).nullable(),
});
export type MetricPrivacy = z.infer<typeof MetricPrivacy>;

/** `GET /api/v1/metrics`. */
export const MetricsReply = z.object({
  metrics: z.array(
    z.object({
      key: z.string(),
      version: z.int(),
      title: z.string(),
      timing: z.enum(['leading', 'lagging']),
      direction: z.enum(['higher', 'lower']),
      unit: BoardHeading.shape.unit,
      privacy: MetricPrivacy,
      /** Whether its boards are for who asks. */
      isForYou: z.boolean(),
      /** One divided by another: without anything to divide by there is no value, and 0 is one. */
      isQuotient: z.boolean(),
      /** The measures it is made of, as far as no metric of the same key says what they are. */
      madeOf: z.array(
        z.object({
          key: z.string(),
          one: z.string(),
          many: z.string(),
          unit: BoardHeading.shape.unit,
        }),
      ),
      /** The field that it can be broken down by, e.g. `channel`; null where there is none. */
      brokenDownBy: z.string().nullable(),
    }),
  ),
});
export type MetricsReply = z.infer<typeof MetricsReply>;
