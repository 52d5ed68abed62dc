/**
 * How a metric counts.
 * `value`: as it is, in the metric's smallest unit. Several lines must share that unit.
 * `points`: thousandths of a point for each `per` of the metric's smallest unit; with `whole`, for full ones only, as in
 * one point for 10 meetings.
 * `target`: percent of the own target (100 is all of it), times `weight` percent where several share the score.
 * `improvement`: percent over the mean of the own periods before (50 is half as much again), times `weight` percent;
 * who came to less than `floor` on average is measured against the floor.
 * `rate`: percent of another metric, e.g. meetings of calls; of nothing it is 0, so put a gate on it.
 */
export type Worth =
  | { readonly kind: 'value' }
  | {
      readonly kind: 'points';
      readonly points: number;
      readonly per: number;
      readonly whole: boolean;
    }
  | { readonly kind: 'target'; readonly weight: number }
  | { readonly kind: 'improvement'; readonly weight: number; readonly floor: number }
  | { readonly kind: 'rate'; readonly of: string };

/** One metric of a score. */
export interface ScoreLine {
  readonly metric: string;
  readonly worth: Worth;
  /** The most that this line adds to a score, in the score's unit; null for any amount. */
  readonly most: number | null;
}

/** What a group comes to. `best` adds up its best so many people. */
export type GroupScore =
  | { readonly kind: 'sum' }
  /** For each head: everybody on the roster, for the days on which they were in the team and not away. */
  | { readonly kind: 'average' }
  | { readonly kind: 'best'; readonly count: number };

/**
 * What counts may count for more, by chance: each contribution draws one of the factors. Whoever knows the seed can draw
 * it again; its hash is published before the start and the seed after the end, see `commitmentTo`.
 */
export interface MysteryMultiplier {
  /** SHA-256 of the seed, in hexadecimal. */
  readonly commitment: string;
  /** `times` in thousandths, 1,000 or more; one is drawn as often as its weight has a part of all weights. */
  readonly factors: readonly { readonly times: number; readonly weight: number }[];
  /** The most that chance may add to a score. */
  readonly most: number;
}

/**
 * What an entrant's score is: one to `MOST_LINES` metrics. An integer in the smallest unit of a value, or in thousandths
 * of a point; percent where a line is `target`, `improvement` or `rate`. More is better.
 */
export interface ScoreRule {
  readonly lines: readonly ScoreLine[];
  /** Of no account where people compete. */
  readonly group: GroupScore;
  readonly multiplier: MysteryMultiplier | null;
}

export const MOST_LINES = 20;
