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
  ranked: z.int(),
  roster: z.int(),
  freshness: Freshness,
});
export type BoardReply = z.infer<typeof BoardReply>;

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
    }),
  ),
});
export type MetricsReply = z.infer<typeof MetricsReply>;
