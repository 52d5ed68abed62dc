import type {
  BusinessDate,
  OrganisationId,
  PersonId,
  Photo,
  WorkingCalendar,
} from '@bellwether/domain';
import type { Actor } from './audit.js';
import type { Identity } from './people.js';

/** What the directory tells of somebody besides their numbers. */
export interface Profile extends WorkingCalendar {
  readonly id: PersonId;
  readonly name: string;
  /** What fits where little room is. */
  readonly shortName: string;
  readonly photoUrl: string | null;
  readonly nickname: string | null;
  /** How the name is said. */
  readonly pronunciation: string | null;
  readonly jobTitle: string | null;
  readonly managerId: PersonId | null;
  readonly hiredOn: BusinessDate | null;
  readonly leftOn: BusinessDate | null;
  /** IANA zone, when it is not the organisation's. */
  readonly timeZone: string | null;
  readonly active: boolean;
  readonly erased: boolean;
  readonly identities: readonly Identity[];
}

export type ProfileChange = Partial<
  Pick<
    Profile,
    | 'name'
    | 'shortName'
    | 'nickname'
    | 'pronunciation'
    | 'jobTitle'
    | 'managerId'
    | 'hiredOn'
    | 'timeZone'
    | 'workingDays'
    | 'absences'
  >
>;

/** `erased`: somebody who was forgotten on request is not named again. */
export type ProfileChanged =
  'changed' | 'unknown-person' | 'unknown-manager' | 'manager-in-circle' | 'erased';

/** What people are called, look like and do. Every change makes a new version of the directory. */
export interface Profiles {
  read(organisationId: OrganisationId, personId: PersonId): Promise<Profile | undefined>;
  change(
    organisationId: OrganisationId,
    personId: PersonId,
    change: ProfileChange,
    by: Actor,
  ): Promise<ProfileChanged>;
  /** What was credited by it stays; what comes by it from now on waits for somebody to say who it is. */
  removeIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
    by: Actor,
  ): Promise<'removed' | 'unknown-person' | 'unknown-identity'>;
  /** Null takes it away. `name`: where it is to be found. */
  setPhoto(
    organisationId: OrganisationId,
    personId: PersonId,
    photo: { readonly photo: Photo; readonly name: string } | null,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'erased'>;
  /** Ends every key of theirs; what they did stays. `last-owner`: nobody could sign in as one any more. */
  deactivate(
    organisationId: OrganisationId,
    personId: PersonId,
    leftOn: BusinessDate,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'last-owner'>;
  reactivate(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'erased'>;
  /**
   * Puts a pseudonym in the place of whatever names them, and ends every key of theirs. Their numbers
   * stay, and go on being theirs by identities that nobody can read. Answers the pseudonym.
   */
  erase(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<{ readonly pseudonym: string } | 'unknown-person' | 'last-owner'>;
}
