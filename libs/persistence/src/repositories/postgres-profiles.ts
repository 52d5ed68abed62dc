import type {
  Actor,
  Identity,
  Profile,
  ProfileChange,
  ProfileChanged,
  Profiles,
} from '@bellwether/application';
import type { Absence, BusinessDate, OrganisationId, PersonId, Photo } from '@bellwether/domain';
import { isInCircle, whatChanged } from '@bellwether/domain';
import type { Selectable, Transaction, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { changeDirectory } from './change-directory.js';
import { erasePerson } from './erase-person.js';
import { noteChange } from './note-change.js';
import { tellableProfile } from './tellable-profile.js';

type Row = Selectable<Schema['person']>;
type Columns = Omit<Updateable<Schema['person']>, 'id' | 'created_at' | 'erased_at'>;

/** Profiles of people in PostgreSQL. */
export class PostgresProfiles implements Profiles {
  constructor(private readonly database: Database) {}

  async read(organisationId: OrganisationId, personId: PersonId): Promise<Profile | undefined> {
    const database = this.database.of(organisationId);
    const row = await database
      .selectFrom('person')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!row) return undefined;
    const identities = await database
      .selectFrom('person_identity')
      .select(['namespace', 'value'])
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .orderBy('namespace')
      .orderBy('value')
      .execute();
    return profileFromRow(row, identities);
  }

  change(
    organisationId: OrganisationId,
    personId: PersonId,
    asked: ProfileChange,
    by: Actor,
  ): Promise<ProfileChanged> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, personId);
      if (!row) return 'unknown-person';
      if (row.erased_at !== null) return 'erased';
      const change = inOrder(withShortName(row, asked));
      const managers = await managersIn(transaction, organisationId);
      const { managerId } = change;
      if (managerId !== undefined && managerId !== null) {
        if (!managers.has(managerId)) return 'unknown-manager';
        const above = (id: PersonId) => managers.get(id)?.managerId;
        if (isInCircle(above, personId, managerId)) return 'manager-in-circle';
      }
      const before = profileFromRow(row, []);
      if (!whatChanged({ ...before }, change)) return 'changed';
      const nameOf = (id: PersonId | null) => (id === null ? null : managers.get(id)?.name);
      const told = ({ managerId: id, ...others }: ProfileChange) => ({
        ...tellableProfile(others),
        ...(id !== undefined && { manager: nameOf(id) }),
      });
      await setPerson(transaction, organisationId, personId, columnsOf(change));
      const subject = ['person', personId, row.name] as const;
      await noteChange(transaction, organisationId, by, {
        deed: 'person-changed',
        subject,
        ...whatChanged(told(before), told(change)),
      });
      return 'changed';
    });
  }

  removeIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    { namespace, value }: Identity,
    by: Actor,
  ): Promise<'removed' | 'unknown-person' | 'unknown-identity'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, personId);
      if (!row) return 'unknown-person';
      const removed = await transaction
        .deleteFrom('person_identity')
        .where('organisation_id', '=', organisationId)
        .where('person_id', '=', personId)
        .where('namespace', '=', namespace)
        .where('value', '=', value)
        .executeTakeFirst();
      if (removed.numDeletedRows === 0n) return 'unknown-identity';
      await noteChange(transaction, organisationId, by, {
        deed: 'identity-removed',
        subject: ['person', personId, row.name],
        before: { identity: `${namespace}:${value}` },
      });
      return 'removed';
    });
  }

  setPhoto(
    organisationId: OrganisationId,
    personId: PersonId,
    photo: { readonly photo: Photo; readonly name: string } | null,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'erased'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, personId);
      if (!row) return 'unknown-person';
      if (row.erased_at !== null && photo !== null) return 'erased';
      if (row.photo_url === null && photo === null) return 'changed';
      await transaction
        .deleteFrom('person_photo')
        .where('organisation_id', '=', organisationId)
        .where('person_id', '=', personId)
        .execute();
      if (photo) {
        const { type, bytes } = photo.photo;
        await transaction
          .insertInto('person_photo')
          .values({
            organisation_id: organisationId,
            person_id: personId,
            name: photo.name,
            type,
            bytes: Buffer.from(bytes),
          })
          .execute();
      }
      const photo_url = photo && `/photos/${photo.name}`;
      await setPerson(transaction, organisationId, personId, { photo_url });
      await noteChange(transaction, organisationId, by, {
        deed: photo ? 'photo-changed' : 'photo-removed',
        subject: ['person', personId, row.name],
      });
      return 'changed';
    });
  }

  /** Whoever knows the name of a photo may see it: it is long, random, and told with the person only. */
  async photoNamed(name: string): Promise<Pick<Photo, 'type' | 'bytes'> | undefined> {
    const row = await this.database
      .across('photos')
      .selectFrom('person_photo')
      .select(['type', 'bytes'])
      .where('name', '=', name)
      .executeTakeFirst();
    return row && { type: row.type as Photo['type'], bytes: row.bytes };
  }

  deactivate(
    organisationId: OrganisationId,
    personId: PersonId,
    leftOn: BusinessDate,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'last-owner'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, personId);
      if (!row) return 'unknown-person';
      if (!row.active && row.left_on === leftOn) return 'changed';
      if (await isLastOwner(transaction, organisationId, personId)) return 'last-owner';
      await setPerson(transaction, organisationId, personId, { active: false, left_on: leftOn });
      await transaction
        .updateTable('access_key')
        .set({ revoked_at: sql<string>`now()` })
        .where('organisation_id', '=', organisationId)
        .where('person_id', '=', personId)
        .where('revoked_at', 'is', null)
        .execute();
      await noteChange(transaction, organisationId, by, {
        deed: 'person-deactivated',
        subject: ['person', personId, row.name],
        before: { leftOn: row.left_on },
        after: { leftOn },
      });
      return 'changed';
    });
  }

  reactivate(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'erased'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, personId);
      if (!row) return 'unknown-person';
      if (row.erased_at !== null) return 'erased';
      if (row.active) return 'changed';
      await setPerson(transaction, organisationId, personId, { active: true, left_on: null });
      await noteChange(transaction, organisationId, by, {
        deed: 'person-reactivated',
        subject: ['person', personId, row.name],
        before: { leftOn: row.left_on },
        after: { leftOn: null },
      });
      return 'changed';
    });
  }

  erase(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<{ readonly pseudonym: string } | 'unknown-person' | 'last-owner'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, personId);
      if (!row) return 'unknown-person';
      if (row.erased_at !== null) return { pseudonym: row.name };
      if (await isLastOwner(transaction, organisationId, personId)) return 'last-owner';
      const pseudonym = await erasePerson(transaction, organisationId, row);
      await noteChange(transaction, organisationId, by, {
        deed: 'person-erased',
        subject: ['person', personId, pseudonym],
      });
      return { pseudonym };
    });
  }
}

function rowOf(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  personId: PersonId,
): Promise<Row | undefined> {
  return transaction
    .selectFrom('person')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .executeTakeFirst();
}

/** Whether nobody else could sign in as an owner: whoever has left cannot. */
async function isLastOwner(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  personId: PersonId,
): Promise<boolean> {
  const owners = await transaction
    .selectFrom('member')
    .leftJoin('person', 'person.id', 'member.person_id')
    .select(['person_id', 'person.active'])
    .where('member.organisation_id', '=', organisationId)
    .where('role', '=', 'owner')
    .execute();
  const isOwner = owners.some(({ person_id }) => person_id === personId);
  return (
    isOwner && owners.every(({ person_id, active }) => person_id === personId || active === false)
  );
}

async function setPerson(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  personId: PersonId,
  columns: Columns,
): Promise<void> {
  await transaction
    .updateTable('person')
    .set({ ...columns, organisation_id: organisationId })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .execute();
}

async function managersIn(transaction: Transaction<Schema>, organisationId: OrganisationId) {
  const rows = await transaction
    .selectFrom('person')
    .select(['id', 'name', 'manager_id'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(
    rows.map(({ id, name, manager_id }) => [
      id as PersonId,
      { name, managerId: manager_id as PersonId | null },
    ]),
  );
}

/** Who has no short name of their own is called the same in little room. */
function withShortName(row: Row, change: ProfileChange): ProfileChange {
  const { name, shortName } = change;
  const follows = name !== undefined && shortName === undefined && row.short_name === row.name;
  return follows ? { ...change, shortName: name } : change;
}

function columnsOf({
  shortName,
  jobTitle,
  managerId,
  hiredOn,
  timeZone,
  workingDays,
  absences,
  ...same
}: ProfileChange): Columns {
  return {
    ...same,
    ...(shortName !== undefined && { short_name: shortName }),
    ...(jobTitle !== undefined && { job_title: jobTitle }),
    ...(managerId !== undefined && { manager_id: managerId }),
    ...(hiredOn !== undefined && { hired_on: hiredOn }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(workingDays !== undefined && { working_days: workingDays && [...workingDays] }),
    ...(absences !== undefined && { absences: JSON.stringify(absences) }),
  };
}

/** Days and absences as they are kept: in the order of time. */
function inOrder(change: ProfileChange): ProfileChange {
  const { workingDays, absences } = change;
  return {
    ...change,
    ...(workingDays && { workingDays: workingDays.toSorted((a, b) => a - b) }),
    ...(absences && { absences: written(absences).toSorted((a, b) => (a.from < b.from ? -1 : 1)) }),
  };
}

/** Facts are compared as they are written: PostgreSQL has an order of its own for their names. */
function written(absences: readonly Absence[]): readonly Absence[] {
  return absences.map(({ kind, from, until }) => ({ kind, from, until }));
}

function profileFromRow(row: Row, identities: readonly Identity[]): Profile {
  return {
    id: row.id as PersonId,
    name: row.name,
    shortName: row.short_name,
    photoUrl: row.photo_url,
    nickname: row.nickname,
    pronunciation: row.pronunciation,
    jobTitle: row.job_title,
    managerId: row.manager_id as PersonId | null,
    hiredOn: row.hired_on as BusinessDate | null,
    leftOn: row.left_on as BusinessDate | null,
    timeZone: row.time_zone,
    workingDays: row.working_days,
    absences: written(row.absences as readonly Absence[]),
    active: row.active,
    erased: row.erased_at !== null,
    identities,
  };
}
