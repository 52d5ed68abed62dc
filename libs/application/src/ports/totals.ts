import type {
  BusinessDate,
  EntrySeq,
  Instant,
  MeasureId,
  OrganisationId,
  PersonId,
  TeamId,
} from '@bellwether/domain';

/** What somebody added up to while in one team. */
export interface Total {
  readonly personId: PersonId;
  /** The team of those days; null when in none. */
  readonly teamId: TeamId | null;
  readonly measureId: MeasureId;
  readonly quantity: number;
  /** The latest moment that still counts; null when nothing does. */
  readonly lastAt: Instant | null;
}

export interface DateRange {
  /** Inclusive; null is open. */
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  /**
   * Given, each quantity is taken times the days on which it was there: from its own day, or from this
   * one where it came earlier, until `to`, which has to be given.
   */
  readonly heldFrom?: BusinessDate;
}

/** Leaves out everybody else's. */
export interface OnlyFor {
  readonly people?: readonly PersonId[];
  readonly teams?: readonly TeamId[];
}

/** Whether the daily totals are what the entries add up to. */
export interface TotalsProof {
  readonly cells: number;
  /** One line for each total that differs: what it is of, what is kept, and what the ledger says. */
  readonly differences: readonly string[];
}

/** Sums of the ledger. */
export interface Totals {
  /** From the daily totals, as of the entry that it names. */
  read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    only?: OnlyFor,
  ): Promise<{ readonly asOf: EntrySeq; readonly totals: readonly Total[] }>;
  compare(organisationId: OrganisationId): Promise<TotalsProof>;
  /** The same, added up from the entries themselves. Slow: for proof. */
  recompute(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
  ): Promise<{ readonly asOf: EntrySeq; readonly totals: readonly Total[] }>;
}
