import type { BusinessDate, MeasureId, OrganisationId, PersonId } from '@bellwether/domain';

/** What somebody added up to on a day. */
export interface DailyTotal {
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly measureId: MeasureId;
  readonly quantity: number;
}

/** Sums of the ledger, day by day. */
export interface DailyTotals {
  read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: { readonly from: BusinessDate; readonly to: BusinessDate },
    people: readonly PersonId[],
  ): Promise<readonly DailyTotal[]>;
  /**
   * By the days of another zone than the organisation's. What has a day and no moment stays on its day.
   */
  readInZone(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: { readonly from: BusinessDate; readonly to: BusinessDate },
    people: readonly PersonId[],
    timeZone: string,
  ): Promise<readonly DailyTotal[]>;
}
