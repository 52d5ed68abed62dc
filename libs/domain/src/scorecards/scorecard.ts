import type { PersonId, TeamId } from '../ids.js';

/** `activity`: what somebody does. `outcome`: what comes of it. */
export type ScorecardPart = 'activity' | 'outcome';

/** Activities are measured by day or week, outcomes by week, month or quarter. */
export type ScorecardPeriod = 'day' | 'week' | 'month' | 'quarter';

export interface ScorecardLine {
  readonly metric: string;
  readonly part: ScorecardPart;
  readonly period: ScorecardPeriod;
  /** In the unit's smallest part; of a quotient as boards give it. */
  readonly target: number;
  /** Percent; those of one part make 100. */
  readonly weight: number;
  /** What a day needs to be one with all objectives met; null asks for nothing. */
  readonly minimum: number | null;
  /** Percent of the target beyond which nothing more counts where the score ranks or pays. */
  readonly cap: number;
}

/** Whom a scorecard is for. */
export interface ScorecardFor {
  readonly people: readonly PersonId[];
  readonly jobTitles: readonly string[];
  readonly teams: readonly TeamId[];
}

export interface Scorecard {
  readonly id: number;
  readonly name: string;
  readonly for: ScorecardFor;
  readonly lines: readonly ScorecardLine[];
  /** How many missed days of a month break no streak. */
  readonly forgivenMisses: number;
}
