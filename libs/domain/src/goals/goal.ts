import type { PersonId, TeamId } from '../ids.js';

/** Whose goal: a person's own, or what a manager answers for with all of a team. */
export type GoalHolder =
  | { readonly kind: 'person'; readonly personId: PersonId }
  /** Its manager's own number, which is not the sum of the people's. */
  | { readonly kind: 'team'; readonly teamId: TeamId; readonly managerId: PersonId };

export const GOAL_MEASURES = ['money', 'deals', 'new', 'existing', 'product'] as const;
/** What is to be brought in; `new`, `existing` and `product` are money that stands beside the whole. */
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

export interface GoalKind {
  readonly measure: GoalMeasure;
  /** Which product; null for every other measure. */
  readonly product: string | null;
}

/** What somebody is to bring in over a month `2026-11`, a quarter `2026-Q4` or a year `2026`. */
export interface Goal {
  readonly holder: GoalHolder;
  readonly kind: GoalKind;
  readonly period: string;
  /** Minor units, or thousandths of deals. */
  readonly value: number;
}

export const RELIEF_REASONS = ['leave', 'ramp', 'territory', 'product'] as const;
export type ReliefReason = (typeof RELIEF_REASONS)[number];

/** The name of a goal, which no other goal has: setting it again sets the same one. */
export function goalName({ holder, kind, period }: Omit<Goal, 'value'>): string {
  const whose = holder.kind === 'person' ? `person-${holder.personId}` : `team-${holder.teamId}`;
  const what = kind.product === null ? kind.measure : `product-${encodeURIComponent(kind.product)}`;
  return `${whose}/${what}/${period}`;
}
