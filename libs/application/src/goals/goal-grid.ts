import type { GoalKind, PersonId, ReliefReason, TeamId } from '@bellwether/domain';

/** A month of somebody, of a team, or of all together. Values are in the smallest part. */
export interface GoalMonth {
  /** What the goals of the desk make due in it, before relief. */
  readonly goal: number;
  /** What relief takes off it. */
  readonly relief: number;
  /** What is brought in; null when that is not for who asks. */
  readonly won: number | null;
  /** What the ledger counts as due, whichever source told it; null while nothing counts it. */
  readonly due: number | null;
}

export interface GoalRow {
  readonly id: PersonId | TeamId;
  readonly name: string;
  /** The person's team today; null of a team, or of who is in none. */
  readonly teamId: TeamId | null;
  /** Of a team: whose number it is; null before it has one. */
  readonly managerId: PersonId | null;
  /** Set at the desk, by the key of their month, quarter or year. */
  readonly goals: readonly { readonly period: string; readonly value: number }[];
  readonly reliefs: readonly {
    readonly from: string;
    readonly until: string;
    readonly reason: ReliefReason;
    readonly amount: number;
  }[];
  /** January first. */
  readonly months: readonly GoalMonth[];
}

export interface GoalGrid {
  readonly year: number;
  readonly today: string;
  readonly kind: GoalKind;
  /** The scoring has not yet counted all that came in. */
  readonly counting: boolean;
  readonly products: readonly string[];
  /** How many rows there are in all. */
  readonly total: number;
  readonly rows: readonly GoalRow[];
  /** All rows together, not only those of the page. */
  readonly sums: readonly GoalMonth[];
  /** What managers answer for with the teams asked for, month by month; null where people are not asked for, or money. */
  readonly managers: readonly number[] | null;
}

export interface GridAsked {
  readonly year: number;
  readonly of: 'people' | 'teams';
  readonly kind: GoalKind;
  readonly teamId: TeamId | null;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}
