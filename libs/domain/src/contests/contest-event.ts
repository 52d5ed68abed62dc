import type { EntrySeq, Instant } from '../ids.js';

/** What happens in a contest, worth telling. Entrants are named by their ids: of a person, a team or a side. */
export type Happening =
  | { readonly kind: 'started' }
  /** Alone in front, after somebody else or as the first. */
  | { readonly kind: 'took-the-lead'; readonly entrantId: number; readonly from: number | null }
  | { readonly kind: 'entered-prizes'; readonly entrantId: number; readonly rank: number }
  | { readonly kind: 'left-prizes'; readonly entrantId: number }
  /** A step of the prizes, or a camp of a goal for all (`entrantId` null); `at` in the score's unit. */
  | {
      readonly kind: 'reached-step';
      readonly entrantId: number | null;
      readonly step: number;
      readonly score: number;
    }
  /** Did what the format asks: reached the target, the goal (null: all together), the card, the last leg. */
  | { readonly kind: 'finished'; readonly entrantId: number | null; readonly place: number }
  | { readonly kind: 'took-the-hill'; readonly entrantId: number; readonly from: number | null }
  | { readonly kind: 'eliminated'; readonly entrantId: number; readonly cut: number }
  /** `over` is null for a phantom; `round` counts from 1. */
  | {
      readonly kind: 'won-match';
      readonly entrantId: number;
      readonly over: number | null;
      readonly round: number;
    }
  | { readonly kind: 'drew-match'; readonly entrantIds: readonly number[]; readonly round: number }
  | { readonly kind: 'lost-to-phantom'; readonly entrantId: number; readonly round: number }
  | { readonly kind: 'passed-baton'; readonly entrantId: number; readonly leg: number }
  | { readonly kind: 'drawn'; readonly entrantId: number; readonly place: number }
  /** The window is over or the last winner is there; `winners` are those at the first place, none if nobody qualifies. */
  | { readonly kind: 'ended'; readonly winners: readonly number[] };

/** In order of `at`, then of `seq`. The same timeline always gives the same events. */
export type ContestEvent = Happening & {
  /** The moment at which it happened, which may be long before anybody heard of it. */
  readonly at: Instant;
  /** The entry that brought it about; null for what the clock did. */
  readonly seq: EntrySeq | null;
};
