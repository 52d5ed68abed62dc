import type { Instant } from '../ids.js';

/** Two who meet. */
export interface Match {
  /** Null: a bye, the phantom, or who is not known yet. */
  readonly home: number | null;
  readonly away: number | null;
  readonly homeScore: number;
  readonly awayScore: number;
  /** Null while it runs, and for a draw. */
  readonly winner: number | null;
  /** By what it was decided; `seed`: level by all tie-breaks, so the better seed. */
  readonly decidedBy: 'score' | 'tie-break' | 'seed' | 'bye' | 'walkover' | 'draw' | null;
}

/** A round of matches. */
export interface Round {
  readonly title: 'round' | 'quarter-final' | 'semi-final' | 'third-place' | 'final';
  readonly from: Instant;
  readonly until: Instant;
  readonly matches: readonly Match[];
}

/** A line of a league's table. */
export interface TableLine {
  readonly entrantId: number;
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
  readonly points: number;
  /** All that was scored in games of the season. */
  readonly scored: number;
}

/** What a format knows besides standings. */
export type FormatDetail =
  | { readonly kind: 'bracket'; readonly rounds: readonly Round[] }
  | {
      readonly kind: 'league';
      readonly rounds: readonly Round[];
      readonly table: readonly TableLine[];
      readonly playOffs: readonly Round[];
      readonly mvp: readonly number[];
      readonly consolation: readonly number[];
    }
  /** Whole tickets by entrant, in the order in which they are numbered from 0; `drawn` once the seed is known. */
  | {
      readonly kind: 'raffle';
      readonly tickets: readonly { readonly entrantId: number; readonly count: number }[];
      readonly drawn: readonly { readonly ticket: number; readonly entrantId: number }[];
      /** Whether the seed is the one that was promised; null as long as it is not known. */
      readonly honest: boolean | null;
    }
  | {
      readonly kind: 'king-of-the-hill';
      readonly king: number | null;
      readonly since: Instant | null;
    }
  | { readonly kind: 'epic-goal'; readonly total: number; readonly reachedAt: Instant | null }
  | {
      readonly kind: 'streak';
      readonly runs: readonly {
        readonly entrantId: number;
        readonly current: number;
        readonly longest: number;
        readonly freezesLeft: number;
      }[];
    }
  | {
      readonly kind: 'bingo';
      /** By entrant, the numbers of the fields that are done, from 0. */
      readonly cards: readonly { readonly entrantId: number; readonly done: readonly number[] }[];
    }
  | {
      readonly kind: 'relay';
      readonly runners: readonly {
        readonly entrantId: number;
        /** Counted from 0; as many as there are legs when done. */
        readonly leg: number;
        readonly personId: number | null;
      }[];
    };
