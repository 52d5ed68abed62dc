import type { EntrySeq, Instant, MeasureId, OrganisationId } from '@bellwether/domain';
import type { DateRange, Total } from './totals.js';

/** How far the ledger reached at a moment, and reaches now. */
export interface Reach {
  /** The last entry booked by then; 0 when there was none. */
  readonly before: EntrySeq;
  readonly now: EntrySeq;
}

/** Sums of the ledger as they were. */
export interface PastTotals {
  reach(organisationId: OrganisationId, at: Instant): Promise<Reach>;
  /** What the ledger added up to when `asOf` was its last entry, by the teams of today. */
  read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    asOf: EntrySeq,
  ): Promise<readonly Total[]>;
  /** When measures of these names were last defined anew after a moment; null when they were not. */
  redefinedSince(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    at: Instant,
  ): Promise<Instant | null>;
}
