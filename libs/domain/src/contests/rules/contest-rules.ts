import type { ContestFormat } from './contest-format.js';
import type { ContestWindow, Recurrence } from './contest-window.js';
import type { PrizeRule } from './prize-rule.js';
import type { ScoreRule } from './score-rule.js';
import type { TieBreak } from './tie-break.js';

/** Who competes: people, teams of the house, or sides that exist for one contest only. */
export type EntrantKind = 'reps' | 'teams' | 'sides';

/** What somebody must have come to before they can win anything, e.g. 20 calls. Who has not stands below all who have. */
export interface ContestGate {
  readonly metric: string;
  /** In the metric's smallest unit: 20 calls are 20,000. */
  readonly atLeast: number;
}

/**
 * What becomes of a result when something of its window changes after the grace.
 * `follow`: standings and prizes follow, prizes by dated adjustments.
 * `freeze`: the result stays; what came later is noted.
 * `claw-back`: the result stays, and who would have won less gives the difference back.
 */
export type AfterEnd = 'follow' | 'freeze' | 'claw-back';

/**
 * The rules of a contest: plain JSON, stored in versions. With a roster, a timeline and a moment they decide everything;
 * see `judge`.
 */
export interface ContestRules {
  readonly entrants: EntrantKind;
  readonly score: ScoreRule;
  readonly format: ContestFormat;
  readonly gates: readonly ContestGate[];
  /** In the order in which they are asked; who is equal in all of them shares the place and its prizes. */
  readonly tieBreaks: readonly TieBreak[];
  /** All of them are paid, beside each other. */
  readonly prizes: readonly PrizeRule[];
  readonly window: ContestWindow;
  /** For so long after the end, what happened within the window still counts when it arrives. */
  readonly graceMinutes: number;
  readonly afterEnd: AfterEnd;
  /** Null for a contest that takes place once. */
  readonly recurrence: Recurrence | null;
  /** Seen by those who run it only: a dry run. */
  readonly hidden: boolean;
}
