import type {
  FiscalCalendar,
  Measure,
  Membership,
  Metric,
  OrganisationId,
  PersonId,
  Privacy,
  RateOn,
  TeamId,
  TeamOn,
} from '@bellwether/domain';

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** IANA zone in which its business days begin and end. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  /** When its weeks, quarters and years begin. */
  readonly calendar: FiscalCalendar;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** What fits where little room is. */
  readonly shortName: string;
  readonly nickname: string | null;
  readonly jobTitle: string | null;
  readonly photoUrl: string | null;
  /** IANA zone of their own days, where it is not the organisation's. */
  readonly timeZone: string | null;
  readonly active: boolean;
}

export interface Team {
  readonly id: TeamId;
  readonly name: string;
  readonly ribbon: number;
}

/** Who and what an organisation consists of, as of one version. */
export interface Directory {
  readonly version: number;
  readonly organisation: Organisation;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly teams: ReadonlyMap<TeamId, Team>;
  readonly memberships: readonly Membership[];
  readonly teamOn: TeamOn;
  /** The definitions in force. */
  readonly measures: readonly Measure[];
  readonly metrics: readonly Metric[];
  /** Who sees a metric's boards, by its key. */
  readonly privacyOf: (metric: string) => Privacy;
  /** What other currencies are worth. */
  readonly rateOn: RateOn;
  /** Who an identity such as `email:ada@example.com` belongs to. */
  readonly personOf: (identity: string) => PersonId | undefined;
}

/** Reads directories, and remembers them until they change. */
export interface Directories {
  /**
   * At least as new as `version`; without it, what is in force now.
   * @throws when there is no such organisation.
   */
  read(organisationId: OrganisationId, version?: number): Promise<Directory>;
  /** What is in force now, asked anew. */
  fresh(organisationId: OrganisationId): Promise<Directory>;
  all(): Promise<readonly OrganisationId[]>;
}
