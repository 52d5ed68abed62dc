import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** What has come before, counted anew by the definitions in force. */
export interface Rescoring {
  readonly state: 'running' | 'done' | 'cancelled';
  /** What it is for, e.g. `MQLs created`. */
  readonly reason: string;
  /** Records looked at, of about so many. */
  readonly done: number;
  readonly total: number;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

/** Keeps what is to be counted anew, and how far that has come. Of an organisation at most one runs. */
export interface Rescorings {
  /** One that runs already begins anew. */
  begin(organisationId: OrganisationId, reason: string, by: Actor): Promise<void>;
  /** What is counted by now stays; nothing is counted any more once this is answered. */
  cancel(organisationId: OrganisationId, by: Actor): Promise<'cancelled' | 'none-runs'>;
  /** The last that was asked for. */
  last(organisationId: OrganisationId): Promise<Rescoring | undefined>;
  isRunning(organisationId: OrganisationId): Promise<boolean>;
  /** Organisations in which one runs. */
  running(): Promise<readonly OrganisationId[]>;
}
