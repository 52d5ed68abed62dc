import type { EntrySeq, Instant } from '../ids.js';
import type { ContestEvent } from './contest-event.js';
import type { FormatDetail } from './format-detail.js';
import type { Payout } from './payout.js';

/** What one metric adds to a score. */
export interface ScorePart {
  readonly metric: string;
  /** In the metric's smallest unit. */
  readonly quantity: number;
  /** In the score's unit. */
  readonly score: number;
}

/** A gate that is not passed yet; both in the metric's smallest unit. */
export interface MissingGate {
  readonly metric: string;
  readonly has: number;
  readonly needs: number;
}

/** What is next within reach: `away` in the score's unit, always more than nothing. */
export type NextStep =
  | { readonly kind: 'step'; readonly step: number; readonly away: number; readonly amount: number }
  | { readonly kind: 'target'; readonly away: number }
  | { readonly kind: 'place'; readonly place: number; readonly away: number };

/** `out` is who was eliminated, knocked out, declined or left. */
export type EntrantStatus = 'in' | 'out' | 'finished';

export interface ContestStanding {
  /** Of a person, a team or a side, as the rules say. */
  readonly entrantId: number;
  readonly name: string;
  /** 1, 2, 2, 4; null where there is no place: nothing drawn, a goal for all, not qualified. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly status: EntrantStatus;
  /** In the unit of the score rule; held time in milliseconds of a king of the hill, days of a streak, fields of a card. */
  readonly score: number;
  /** What the score is made of, in the order of the score rule. */
  readonly parts: readonly ScorePart[];
  /** Since when the score is at least this; null while it is nothing. */
  readonly reachedAt: Instant | null;
  /** How far towards the target, the goal or the highest step; 1 is all of it. Null where there is none. */
  readonly progress: number | null;
  /** Wins something if it stays like this. */
  readonly inPrizes: boolean;
  readonly next: NextStep | null;
  /** Gates that keep this one from winning; empty for who qualifies. */
  readonly missing: readonly MissingGate[];
  /** What the score would gain from entries that are held. */
  readonly held: number;
}

/** Why an entry does not count. */
export type NotCounted =
  | 'not-on-the-roster'
  | 'outside-the-window'
  | 'arrived-after-the-grace'
  | 'held'
  /** It would count if the contest were not over, the entrant not out, the baton not elsewhere. */
  | 'not-in-play';

/** `settling`: the window is over and what happened in it may still arrive. */
export type ContestPhase = 'before' | 'running' | 'settling' | 'over';

/** What the rules make of a timeline at a moment. */
export interface Judgement {
  readonly asOf: Instant;
  readonly phase: ContestPhase;
  /** When the window opens for the first, and when it is over for the last, or the last winner was there. */
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  /** Best first. Everybody who takes part, also who has nothing. */
  readonly standings: readonly ContestStanding[];
  readonly events: readonly ContestEvent[];
  /** What would be paid if it stayed like this; what is paid, once it is over. */
  readonly payouts: readonly Payout[];
  /** Entries known at the moment that do not count, in order of `seq`. */
  readonly notCounted: readonly { readonly seq: EntrySeq; readonly why: NotCounted }[];
  readonly detail: FormatDetail | null;
}
