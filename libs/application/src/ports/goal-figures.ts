import type { MeasureId, OrganisationId, PersonId, TeamId } from '@bellwether/domain';

/** What a person, or whoever was in a team on the day, added up to in a month. */
export interface MonthFigure {
  /** Of the person or of the team. */
  readonly id: number;
  /** 1 is January. */
  readonly month: number;
  readonly measureId: MeasureId;
  readonly quantity: number;
}

export interface FiguresAsked {
  readonly year: number;
  readonly measureIds: readonly MeasureId[];
  /** Only what counts under this value of the measures' facet; null is all. */
  readonly facet: string | null;
  readonly of:
    | { readonly kind: 'people'; readonly ids: readonly PersonId[] }
    | { readonly kind: 'teams'; readonly ids: readonly TeamId[] };
}

/** Sums of the ledger by months of a year. */
export interface GoalFigures {
  read(organisationId: OrganisationId, asked: FiguresAsked): Promise<readonly MonthFigure[]>;
}
