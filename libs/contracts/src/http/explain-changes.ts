import { z } from 'zod';
import { Unit } from '../live/board.js';
import { ExplainedEntry } from './explain.js';
import { RowIdText } from './row-id.js';

/** `GET /api/v1/explain/changes?board=revenue_won.month.reps&member=7&since=monday`; without a member, who moved. */
export const ChangesQuery = z.object({
  board: z.string().max(150),
  /** A person, or a team on a board of teams. */
  member: RowIdText.optional(),
  /** Yesterday at 17:00, this morning, this week's Monday, or a moment, e.g. `2026-11-20T09:00:00Z`. */
  since: z
    .union([z.enum(['yesterday', 'morning', 'monday']), z.iso.datetime({ offset: true })])
    .default('yesterday'),
  /** Of those who moved. */
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

const Place = z.object({
  /** Null where there was none, or where it is not told. */
  rank: z.int().nullable(),
  score: z.number().nullable(),
});

const Moved = z.object({ id: z.int(), name: z.string(), before: Place, now: Place });

export const ChangesReply = z.object({
  metric: z.object({ key: z.string(), title: z.string(), unit: Unit }),
  since: z.iso.datetime(),
  /** The number tells what there is by now: it was another day, and it moves by that alone. */
  movedWithTheDay: z.boolean(),
  /** Its measures were defined anew then, and everything was counted again. */
  redefinedAt: z.iso.datetime().nullable(),
  /** The member's; null where a whole board was asked for. */
  member: Moved.nullable(),
  /** Record by record, what was booked last comes first; empty for a whole board. */
  changes: z.array(
    z.object({
      /** It counted for the first time, or less; what had counted was corrected or taken back; it came and went. */
      kind: z.enum(['gained', 'lessened', 'corrected', 'taken-back', 'undone']),
      /** The day on which the last of it was booked. */
      bookedOn: z.string(),
      /** What was booked last counts on an earlier day. */
      isLate: z.boolean(),
      moved: z.array(z.object({ measure: z.string(), quantity: z.number() })),
      /** What it moved of the score; null where quantities do not simply add up to it. */
      effect: z.number().nullable(),
      /** In the order of the ledger. */
      entries: z.array(ExplainedEntry),
    }),
  ),
  /** There are more changes than these: the latest ones are told. */
  isCut: z.boolean(),
  /** Who has another score or place than then, by the place that they have now; empty for a member. */
  moved: z.array(Moved),
  /** How many moved in all. */
  all: z.int(),
});
export type ChangesReply = z.infer<typeof ChangesReply>;
