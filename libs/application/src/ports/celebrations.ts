import type { Instant, OrganisationId, PersonId, RecordId, Win } from '@bellwether/domain';
import type { Team } from './directories.js';

/** A moment as the screens show it. */
export interface CelebrationNotice {
  readonly id: string;
  readonly kind: 'deal-won';
  readonly person: {
    readonly id: PersonId;
    readonly name: string;
    readonly shortName: string;
    readonly photoUrl: string | null;
    readonly team: Team | null;
  };
  /** In minor units. */
  readonly amount: number | null;
  readonly currency: string;
  readonly minorDigits: number;
  readonly deal: string | null;
  readonly account: string | null;
  readonly standing: {
    readonly boardTitle: string;
    readonly periodLabel: string;
    readonly rankBefore: number | null;
    readonly rankAfter: number | null;
    readonly toTheBell: number | null;
    /** Thousandths of a deal; null where they are not told. */
    readonly dealsThisPeriod: number | null;
  } | null;
  readonly happenedAt: Instant;
  readonly arrivedAt: Instant;
}

/** A win that the ledger decided to celebrate, and has not been shown yet. */
export interface PendingCelebration {
  readonly id: number;
  readonly win: Win;
  readonly arrivedAt: Instant;
}

/** What is known of a won deal. */
export interface WonDeal {
  readonly name: string | null;
  readonly account: string | null;
  /** Decimal text in the deal's own currency. */
  readonly amount: string | null;
  /** Null: the organisation's. */
  readonly currency: string | null;
}

export interface Celebrations {
  /** Decided, not taken back, and without a notice yet; oldest first. */
  pending(organisationId: OrganisationId): Promise<readonly PendingCelebration[]>;
  /** Keeps what is shown. Answers the ids of those that were not taken back or shown meanwhile. */
  show(
    organisationId: OrganisationId,
    notices: readonly CelebrationNotice[],
  ): Promise<ReadonlySet<string>>;
  /** Shown since then and not taken back, oldest first. */
  shownSince(organisationId: OrganisationId, since: Instant): Promise<readonly CelebrationNotice[]>;
  deals(
    organisationId: OrganisationId,
    recordIds: readonly RecordId[],
  ): Promise<ReadonlyMap<RecordId, WonDeal>>;
}
