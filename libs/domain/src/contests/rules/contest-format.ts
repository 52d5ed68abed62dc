import type { LocalDateTime, Stride } from './contest-window.js';

/** The most score at the end. Steps, units and pots are prizes of it. */
export interface RankFormat {
  readonly kind: 'rank';
}

/** To a target, in the score's unit: places go to who is there first. */
export interface RaceFormat {
  readonly kind: 'race';
  readonly target: number;
  /** How many can win. */
  readonly winners: number;
  /** `when-won`: it is over when all winners are there, or with its window. */
  readonly ends: 'when-won' | 'with-window';
}

/** One against one, people or groups. Nothing counts before both have accepted. */
export interface DuelFormat {
  readonly kind: 'duel';
  /** Whether the other one has to accept, and until when; null: both are in it from the start. */
  readonly acceptBy: LocalDateTime | null;
}

/** Knock-out: 2 to 512 entrants, the rounds one after the other from the start of the window. */
export interface BracketFormat {
  readonly kind: 'bracket';
  readonly round: Stride;
  /** By the order of the roster, or by what they came to in the periods before. The best seeds get the byes. */
  readonly seeding: 'roster' | 'before';
  /** The two who lose the semi-finals play for the third place. */
  readonly thirdPlace: boolean;
}

/**
 * A season: everybody against everybody, a game at a time, then play-offs of the best. An odd one out plays a phantom
 * that comes to what the others come to on average.
 */
export interface LeagueFormat {
  readonly kind: 'league';
  /** How long a game is, usually a week. */
  readonly game: Stride;
  /** Games of the regular season; each pairing comes round again as often as that takes. */
  readonly games: number;
  /** How many play on for the title; 0: the table decides. */
  readonly playOffs: 0 | 2 | 4 | 8;
  readonly points: { readonly win: number; readonly draw: number; readonly loss: number };
}

/** The hill is held by who leads; whoever gets ahead takes it. The score is the time held, in milliseconds. */
export interface KingOfTheHillFormat {
  readonly kind: 'king-of-the-hill';
}

/** At each of these times the last are out. Who is level at the cut by all tie-breaks stays. */
export interface EliminationFormat {
  readonly kind: 'elimination';
  readonly cuts: readonly { readonly at: LocalDateTime; readonly out: number }[];
  /** Whether everybody begins from nothing after each cut. */
  readonly fresh: boolean;
}

/** One target for all together, in the score's unit. */
export interface EpicGoalFormat {
  readonly kind: 'epic-goal';
  readonly target: number;
  /** Percent of the target at which it is told how far they are. */
  readonly camps: readonly number[];
}

/**
 * Tickets are drawn: one for each full `ticketPer` of the score, at most `mostTickets` each. Who wins is decided by a
 * seed whose hash is published before the start; the seed is revealed after the end.
 */
export interface RaffleFormat {
  readonly kind: 'raffle';
  readonly ticketPer: number;
  readonly mostTickets: number | null;
  /** How many are drawn; nobody twice. The first drawn has the first place. */
  readonly draws: number;
  /** SHA-256 of the seed, in hexadecimal; see `commitmentTo`. */
  readonly commitment: string;
}

/** Working days in a row on which all minimums are met. The longest run within the window counts. */
export interface StreakFormat {
  readonly kind: 'streak';
  readonly minimums: readonly { readonly metric: string; readonly atLeast: number }[];
  /** Days that may be missed without breaking a run; each is used up once. */
  readonly freezes: number;
}

/** A square card of things to do, read row by row. */
export interface BingoFormat {
  readonly kind: 'bingo';
  readonly cells: readonly {
    readonly metric: string;
    readonly atLeast: number;
    readonly title: string;
  }[];
  /** How many full rows, columns or diagonals win; null: the whole card. */
  readonly lines: number | null;
}

/** Teams or sides hand on a baton: a leg counts what its runner does from the moment at which the leg before was done. */
export interface RelayFormat {
  readonly kind: 'relay';
  /** What each leg takes, in the score's unit. Runners take turns in the order of the roster. */
  readonly legs: readonly number[];
}

/** What decides who stands where. */
export type ContestFormat =
  | RankFormat
  | RaceFormat
  | DuelFormat
  | BracketFormat
  | LeagueFormat
  | KingOfTheHillFormat
  | EliminationFormat
  | EpicGoalFormat
  | RaffleFormat
  | StreakFormat
  | BingoFormat
  | RelayFormat;

export type ContestFormatKind = ContestFormat['kind'];
