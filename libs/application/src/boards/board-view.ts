import type {
  Board,
  BusinessDate,
  Instant,
  Metric,
  Period,
  Ranked,
  Least,
  Short,
  Standing,
} from '@bellwether/domain';
import type { Newest } from '../ports/board-store.js';
import type { Team } from '../ports/directories.js';

/** Of how many a ratio has to be, and what they are called. */
export interface LeastOf extends Least {
  readonly one: string;
  readonly many: string;
}

/** One line of a board, ready to be shown. */
export interface BoardLine extends Omit<Ranked<Standing>, 'score'> {
  /** Null where it is a ratio of too few to be shown. */
  readonly score: number | null;
  /** What a ratio of too few has of what it needs, to be shown or to have a place; null where nothing lacks. */
  readonly short: Short | null;
  /** On the whole board, 0 for the first line. */
  readonly position: number;
  readonly shortName: string;
  readonly photoUrl: string | null;
  readonly team: Team | null;
  readonly parts: { readonly numerator: number; readonly denominator: number } | null;
  /** What is missing to the next higher score; null for who leads, and where scores do not order. */
  readonly gap: number | null;
  /** The place when the business day began; null when not ranked then, and on boards of one day. */
  readonly rankAtDayStart: number | null;
}

export interface BoardView {
  readonly key: string;
  readonly board: Board;
  readonly metric: Metric;
  readonly period: Period;
  readonly periodLabel: string;
  readonly team: Team | null;
  readonly timeZone: string;
  /** The day from which on it is final, while who began in the period can still get there; else null. */
  readonly ripens: { readonly on: BusinessDate; readonly label: string } | null;
  readonly currency: string;
  /** Changes when the boards began anew: revisions before and after have nothing in common. */
  readonly epoch: string;
  readonly lines: readonly BoardLine[];
  /** How many have a place, and how many are listed without one. */
  readonly ranked: number;
  readonly unranked: number;
  /** Of how many of what a ratio has to be; null for all that is no ratio of counts. */
  readonly least: LeastOf | null;
  readonly roster: number;
  readonly newest: Newest | null;
  readonly readAt: Instant;
}
