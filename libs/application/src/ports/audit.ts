import type { Deed, Instant, OrganisationId } from '@bellwether/domain';

/** Who changes something, by the name that they go by now. */
export interface Actor {
  readonly kind: 'key' | 'account' | 'system';
  /** Of an account; a key has none that could be told. */
  readonly id: string | null;
  readonly name: string;
}

/** For what is done without anybody being signed in, e.g. `Command line`. */
export function asSystem(name: string): Actor {
  return { kind: 'system', id: null, name };
}

/** What was changed, as it was called then. */
export interface AuditSubject {
  readonly kind:
    | 'account'
    | 'organisation'
    | 'person'
    | 'team'
    | 'metric'
    | 'scorecard'
    | 'key'
    | 'screen'
    | 'source'
    | 'parked'
    | 'import';
  /** Null when it has none, or many were changed at once. */
  readonly id: string | null;
  readonly name: string;
}

/** One change, as it is kept for good: who, what, and what differs. Never a secret, key or payload. */
export interface AuditRow {
  readonly id: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly deed: Deed;
  readonly subject: AuditSubject;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly deed?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** By the name that they had then. */
  readonly actor?: string | undefined;
  readonly from?: Instant | undefined;
  /** Exclusive. */
  readonly to?: Instant | undefined;
}

/** Who changed what and when. Whoever changes something writes its row in the same transaction. */
export interface Audit {
  /** Newest first; those before the row of this id. */
  list(
    organisationId: OrganisationId,
    filter: AuditFilter,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly AuditRow[]>;
  /** By whom anything was changed, in alphabetical order. */
  actors(organisationId: OrganisationId): Promise<readonly string[]>;
}
