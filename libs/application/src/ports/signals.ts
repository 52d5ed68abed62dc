import type { Instant, OrganisationId, PersonId } from '@bellwether/domain';
import type { CelebrationNotice } from './celebrations.js';

/** What processes tell each other. A lost signal costs time, never truth. */
export type Signal =
  | {
      readonly kind: 'boards-changed';
      readonly organisationId: OrganisationId;
      /** Keys of definite boards. */
      readonly boards: readonly string[];
      /** When the delivery behind it that waited longest had arrived; null when not known. */
      readonly arrivedAt: Instant | null;
    }
  /** Keys of this screen open nothing any more. */
  | {
      readonly kind: 'screen-shut-out';
      readonly organisationId: OrganisationId;
      readonly screenId: number;
    }
  /** Somebody was signed out, removed, or has another role from now on. */
  | {
      readonly kind: 'account-changed';
      readonly organisationId: OrganisationId;
      readonly userId: string;
    }
  /** Keys of this person open nothing any more. */
  | {
      readonly kind: 'person-shut-out';
      readonly organisationId: OrganisationId;
      readonly personId: PersonId;
    }
  | { readonly kind: 'boards-renewed'; readonly organisationId: OrganisationId }
  | { readonly kind: 'directory-changed'; readonly organisationId: OrganisationId }
  | {
      readonly kind: 'celebrate';
      readonly organisationId: OrganisationId;
      readonly celebration: CelebrationNotice;
    }
  | {
      readonly kind: 'taken-back';
      readonly organisationId: OrganisationId;
      readonly celebrationId: string;
    };

export interface Signals {
  send(signal: Signal): Promise<void>;
}
