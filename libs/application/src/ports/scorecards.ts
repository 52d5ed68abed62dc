import type { OrganisationId, PersonId, Scorecard } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** Somebody's own target in place of the scorecard's. */
export interface OwnTarget {
  readonly personId: PersonId;
  readonly metric: string;
  readonly target: number;
}

export interface KeptScorecard extends Scorecard {
  readonly ownTargets: readonly OwnTarget[];
}

export type ScorecardDraft = Omit<Scorecard, 'id'>;

/** Keeps the scorecards of an organisation. */
export interface Scorecards {
  /** The oldest first. */
  list(organisationId: OrganisationId): Promise<readonly KeptScorecard[]>;
  add(organisationId: OrganisationId, draft: ScorecardDraft, by: Actor): Promise<number>;
  /** Own targets of what it measures no longer are forgotten. */
  change(
    organisationId: OrganisationId,
    id: number,
    draft: ScorecardDraft,
    by: Actor,
  ): Promise<'changed' | 'unknown-scorecard'>;
  remove(
    organisationId: OrganisationId,
    id: number,
    by: Actor,
  ): Promise<'removed' | 'unknown-scorecard'>;
  /** All own targets of somebody on a scorecard; those that are left out are the scorecard's again. */
  setOwnTargets(
    organisationId: OrganisationId,
    id: number,
    person: { readonly id: PersonId; readonly name: string },
    targets: readonly Omit<OwnTarget, 'personId'>[],
    by: Actor,
  ): Promise<'changed' | 'unknown-scorecard'>;
}
