import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** Something that could not be counted, and why. */
export interface ParkedItem {
  readonly id: number;
  readonly kind: string;
  /** What it is about, e.g. the unknown identity. */
  readonly subject: string;
  readonly detail: string;
  readonly sourceName: string;
  readonly record: { readonly type: string; readonly externalId: string } | null;
  /** The item as it was sent. */
  readonly body: string;
  readonly parkedAt: Instant;
}

/** Which to show or to try again. */
export interface ParkedFilter {
  /** Those that somebody has set aside instead of those that wait. */
  readonly ignored?: boolean;
  readonly ids?: readonly number[];
  readonly kind?: string;
  readonly subject?: string;
}

export interface Parked {
  /** Open ones, oldest first. */
  list(
    organisationId: OrganisationId,
    filter: ParkedFilter,
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly ParkedItem[]>;
  /** How many are open, by kind and subject. */
  count(
    organisationId: OrganisationId,
    filter?: Pick<ParkedFilter, 'ignored'>,
  ): Promise<
    readonly { readonly kind: string; readonly subject: string; readonly items: number }[]
  >;
  /** Puts the matching deliveries back in the queue. Answers how many. */
  requeue(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number>;
  /**
   * Sets aside what matches: it waits for nobody. Of an unknown person, also what is still to come.
   * Answers how many are set aside now that waited before.
   */
  ignore(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number>;
  /** Lets what was set aside wait again. Answers how many. */
  notice(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number>;
}
