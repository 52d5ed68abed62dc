import type { Actor, Identity, NewPerson, People } from '@bellwether/application';
import type {
  BusinessDate,
  Membership,
  OrganisationId,
  PersonId,
  TeamId,
} from '@bellwether/domain';
import { moveTo, rosterOf } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { changeDirectory } from './change-directory.js';
import { erasedIdentity } from './erased-identity.js';
import { noteChange } from './note-change.js';

/** People in PostgreSQL. */
export class PostgresPeople implements People {
  constructor(private readonly database: Database) {}

  addTeam(organisationId: OrganisationId, name: string, by: Actor): Promise<TeamId | 'name-taken'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const { rows } = await sql<{ id: TeamId }>`
        insert into team (organisation_id, name, ribbon)
        select ${organisationId}, ${name}, count(*) + 1 from team
          where organisation_id = ${organisationId}
        on conflict (organisation_id, name) do nothing
        returning id
      `.execute(transaction);
      const id = rows[0]?.id;
      if (id === undefined) return 'name-taken';
      await noteChange(transaction, organisationId, by, {
        deed: 'team-added',
        subject: ['team', id, name],
      });
      return id;
    });
  }

  addPerson(
    organisationId: OrganisationId,
    { name, shortName, photoUrl, identities, team }: NewPerson,
    by: Actor,
  ): Promise<PersonId | 'identity-taken'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
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
      const teamName = team && (await nameOf(transaction, 'team', organisationId, team.id));
      await noteChange(transaction, organisationId, by, {
        deed: 'person-added',
        subject: ['person', id, name],
        after: { identities: identities.map(identityText), team: teamName ?? null },
      });
      return id as PersonId;
    });
  }

  addIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
    by: Actor,
  ): Promise<'added' | 'identity-taken' | 'unknown-person'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const name = await nameOf(transaction, 'person', organisationId, personId);
      if (name === undefined) return 'unknown-person';
      const holder = await holderOf(transaction, organisationId, identity);
      if (holder === personId) return 'added';
      if (holder) return 'identity-taken';
      await insertIdentity(transaction, organisationId, personId, identity);
      await noteChange(transaction, organisationId, by, {
        deed: 'identity-added',
        subject: ['person', personId, name],
        after: { identity: identityText(identity) },
      });
      return 'added';
    });
  }

  moveTo(
    organisationId: OrganisationId,
    personId: PersonId,
    teamId: TeamId | null,
    from: BusinessDate,
    by: Actor,
  ): Promise<'moved' | 'unknown-person' | 'unknown-team'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const teamName = (id: TeamId) => nameOf(transaction, 'team', organisationId, id);
      const name = await nameOf(transaction, 'person', organisationId, personId);
      if (name === undefined) return 'unknown-person';
      const team = teamId === null ? null : await teamName(teamId);
      if (team === undefined) return 'unknown-team';
      const rows = await transaction
        .deleteFrom('team_membership')
        .where('organisation_id', '=', organisationId)
        .where('person_id', '=', personId)
        .returning(['team_id', 'from_date', 'until_date'])
        .execute();
      const before = rows.map(({ team_id, from_date, until_date }): Membership => ({
        personId,
        teamId: team_id as TeamId,
        from: from_date as BusinessDate,
        until: until_date as BusinessDate | null,
      }));
      const after = moveTo(before, { personId, teamId, from });
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
      const left = rosterOf(before)(personId, from);
      await noteChange(transaction, organisationId, by, {
        deed: 'person-moved',
        subject: ['person', personId, name],
        before: { team: left === undefined ? null : await teamName(left) },
        after: { team, from },
      });
      return 'moved';
    });
  }
}

/** Also by an identity whose person was erased. */
async function holderOf(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  identity: Identity,
): Promise<number | undefined> {
  const { erasure_salt } = await transaction
    .selectFrom('organisation')
    .select('erasure_salt')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const { namespace, value } = identity;
  const erased = erasedIdentity(erasure_salt, identityText(identity)).slice(namespace.length + 1);
  const row = await transaction
    .selectFrom('person_identity')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('namespace', '=', namespace)
    .where('value', 'in', [value, erased])
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

/** Undefined when the organisation has no such thing. */
async function nameOf(
  transaction: Transaction<Schema>,
  table: 'person' | 'team',
  organisationId: OrganisationId,
  id: number,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom(table)
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name;
}

function identityText({ namespace, value }: Identity): string {
  return `${namespace}:${value}`;
}
