import type {
  BusinessDate,
  GoalHolder,
  GoalKind,
  Instant,
  OrganisationId,
  PersonId,
  ReliefReason,
  SourceId,
} from '@bellwether/domain';
import type { Actor, AuditRow, AuditSubject } from './audit.js';
import type { Left } from './definitions.js';

/** A goal, or relief from one, as it is kept. */
export interface GoalEntry {
  /** Of which no other has the same; its record goes by it. */
  readonly name: string;
  readonly holder: GoalHolder;
  readonly kind: GoalKind;
  /** The key of its month, quarter or year; null for relief. */
  readonly period: string | null;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  /** Of relief, which takes `value` off; null for a goal. */
  readonly reason: ReliefReason | null;
  /** In the smallest part; null once it is cleared. */
  readonly value: number | null;
  readonly changedAt: Instant;
}

/** Both inclusive. */
export interface GoalDays {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface GoalNote extends Pick<AuditRow, 'deed' | 'before' | 'after'> {
  readonly subject: AuditSubject;
}

/** Goals that are from now on as they say, each with the record that tells the ledger. */
export interface GoalChange {
  readonly kind: 'change';
  readonly entries: readonly (GoalEntry & { readonly record: string })[];
  readonly notes: readonly GoalNote[];
}

/** What is set at the desk. */
export interface Goals {
  /** Those whose days are among these, without what is cleared. */
  list(
    organisationId: OrganisationId,
    kind: GoalKind,
    days: GoalDays,
  ): Promise<readonly GoalEntry[]>;
  /** Products that have goals, in alphabetical order. */
  products(organisationId: OrganisationId): Promise<readonly string[]>;
  /**
   * Makes the change that is decided on by what is kept of these days, cleared goals too; nobody else changes
   * goals meanwhile. In the same transaction the records are put into the inbox of the source, those of `people` are
   * known to it as `person-12`, and the notes are written.
   */
  change<Reason>(
    organisationId: OrganisationId,
    change: {
      readonly source: { readonly id: SourceId; readonly paused: boolean };
      readonly kind: GoalKind;
      readonly days: GoalDays;
      readonly people: readonly PersonId[];
      readonly at: Instant;
    },
    decide: (kept: readonly GoalEntry[]) => GoalChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason>;
}
