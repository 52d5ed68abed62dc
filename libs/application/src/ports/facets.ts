import type { MeasureId, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import type { DateRange } from './totals.js';

/** What a measure adds up to under one value of its facet. */
export interface FacetTotal {
  readonly measureId: MeasureId;
  /** Empty where records have no such value. */
  readonly facet: string;
  readonly quantity: number;
}

/** Whose: a person's, those of whoever was in a team on the day, or everybody's. */
export type FacetScope =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'team'; readonly teamId: TeamId }
  | { readonly kind: 'everybody' };

/** Daily totals by what they can be broken down by. */
export interface Facets {
  read(
    organisationId: OrganisationId,
    measureIds: readonly MeasureId[],
    range: DateRange,
    scope: FacetScope,
  ): Promise<readonly FacetTotal[]>;
}
