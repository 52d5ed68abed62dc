import type { Grant } from '@bellwether/application';
import type { OrganisationId, PersonId } from '@bellwether/domain';

/** Who asks: a key or an account, and what it opens. */
export interface Caller {
  readonly organisationId: OrganisationId;
  readonly grant: Grant;
  /** What the key is called; missing for accounts. */
  readonly label?: string;
  /** Missing for keys. */
  readonly account?: CallingAccount;
}

/** Somebody who signed in. */
export interface CallingAccount {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Who they are on the boards, whatever else they are. */
  readonly personId: PersonId | null;
  readonly sessionId: string;
}

export type Role = Grant['role'];
