import type { Identity, NewPerson, People } from '@bellwether/application';
import type {
  BusinessDate,
  Membership,
  OrganisationId,
  PersonId,
  TeamId,
} from '@bellwether/domain';
import { moveTo } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';

/** People in PostgreSQL. */
export class PostgresPeople implements People {
  constructor(private readonly database: Database) {}

  addTeam(organisationId: OrganisationId, name: string): Promise<TeamId | 'name-taken'> {
    return this.#change(organisationId, async (transaction) => {
      const { rows } = await sql<{ id: TeamId }>`
        insert into team (organisation_id, name, ribbon)
        select ${organisationId}, ${name}, count(*) + 1 from team
          where organisation_id = ${organisationId}
        on conflict (organisation_id, name) do nothing
        returning id
      `.execute(transaction);
      return rows[0]?.id ?? 'name-taken';
    });
  }

  addPerson(
    organisationId: OrganisationId,
    { name, shortName, photoUrl, identities, team }: NewPerson,
  ): Promise<PersonId | 'identity-taken'> {
    return this.#change(organisationId, async (transaction) => {
      for (const identity of identities) {
        if (await holderOf(transaction, organisationId, identity)) return 'identity-taken';
      }
      const { id } = await transaction
        .insertInto('person')
        .values({
          organisation_id: organisationId,
          name,
          short_name: shortName,
          photo_url: photoUrl,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      for (const identity of identities) {
        await insertIdentity(transaction, organisationId, id as PersonId, identity);
      }
      if (team) {
        await transaction
          .insertInto('team_membership')
          .values({
            organisation_id: organisationId,
            person_id: id,
            team_id: team.id,
            from_date: team.from,
            until_date: null,
          })
          .execute();
      }
      return id as PersonId;
    });
  }

  addIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
  ): Promise<'added' | 'identity-taken' | 'unknown-person'> {
    return this.#change(organisationId, async (transaction) => {
      const isKnown = await isThere(transaction, 'person', organisationId, personId);
      if (!isKnown) return 'unknown-person';
      const holder = await holderOf(transaction, organisationId, identity);
      if (holder === personId) return 'added';
      if (holder) return 'identity-taken';
      await insertIdentity(transaction, organisationId, personId, identity);
      return 'added';
    });
  }

  moveTo(
    organisationId: OrganisationId,
    personId: PersonId,
    teamId: TeamId | null,
    from: BusinessDate,
  ): Promise<'moved' | 'unknown-person' | 'unknown-team'> {
    return this.#change(organisationId, async (transaction) => {
      const isKnown = await isThere(transaction, 'person', organisationId, personId);
      if (!isKnown) return 'unknown-person';
      if (teamId !== null && !(await isThere(transaction, 'team', organisationId, teamId))) {
        return 'unknown-team';
      }
      const before = await transaction
        .deleteFrom('team_membership')
        .where('organisation_id', '=', organisationId)
        .where('person_id', '=', personId)
        .returning(['team_id', 'from_date', 'until_date'])
        .execute();
      const after = moveTo(
        before.map(({ team_id, from_date, until_date }): Membership => ({
          personId,
          teamId: team_id as TeamId,
          from: from_date as BusinessDate,
          until: until_date as BusinessDate | null,
        })),
        { personId, teamId, from },
      );
      for (const membership of after) {
        await transaction
          .insertInto('team_membership')
          .values({
            organisation_id: organisationId,
            person_id: personId,
            team_id: membership.teamId,
            from_date: membership.from,
            until_date: membership.until,
          })
          .execute();
      }
      return 'moved';
    });
  }

  /** Changes come one after the other; each makes a new version. */
  #change<T>(
    organisationId: OrganisationId,
    work: (transaction: Transaction<Schema>) => Promise<T>,
  ): Promise<T> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        await transaction
          .updateTable('organisation')
          .set({ directory_version: sql`directory_version + 1` })
          .where('id', '=', organisationId)
          .execute();
        return work(transaction);
      });
  }
}

async function holderOf(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  { namespace, value }: Identity,
): Promise<number | undefined> {
  const row = await transaction
    .selectFrom('person_identity')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('namespace', '=', namespace)
    .where('value', '=', value)
    .executeTakeFirst();
  return row?.person_id;
}

async function insertIdentity(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  personId: PersonId,
  { namespace, value }: Identity,
): Promise<void> {
  await transaction
    .insertInto('person_identity')
    .values({ organisation_id: organisationId, namespace, value, person_id: personId })
    .execute();
}

async function isThere(
  transaction: Transaction<Schema>,
  table: 'person' | 'team',
  organisationId: OrganisationId,
  id: number,
): Promise<boolean> {
  const row = await transaction
    .selectFrom(table)
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
