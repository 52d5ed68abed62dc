import type {
  Actor,
  Member,
  MemberListed,
  MemberRole,
  Members,
  Misplaced,
  Position,
} from '@bellwether/application';
import { whatChanged } from '@bellwether/domain';
import type { OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { misplaced } from './misplaced.js';
import { noteChange } from './note-change.js';

/** Members in PostgreSQL, beside the accounts that they sign in with. */
export class PostgresMembers implements Members {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<Member | undefined> {
    const row = await this.database
      .across('accounts')
      .selectFrom('member')
      .innerJoin('account_user', 'account_user.id', 'member.user_id')
      .leftJoin('person', 'person.id', 'member.person_id')
      .select(MEMBER)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row && memberFromRow(row);
  }

  async ofOrganisation(organisationId: OrganisationId): Promise<readonly MemberListed[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('member')
      .innerJoin('account_user', 'account_user.id', 'member.user_id')
      .leftJoin('person', 'person.id', 'member.person_id')
      .select(MEMBER)
      .select(['member.joined_at', 'account_user.twoFactorEnabled'])
      .select((columns) =>
        columns
          .selectFrom('account_session')
          .select(({ fn }) => fn.max('updatedAt').as('at'))
          .whereRef('account_session.userId', '=', 'member.user_id')
          .where('expiresAt', '>', sql<number>`now()`)
          .as('seen_at'),
      )
      .where('member.organisation_id', '=', organisationId)
      .orderBy('account_user.name')
      .orderBy('user_id')
      .execute();
    return rows.map((row) => ({
      ...memberFromRow(row),
      joinedAt: row.joined_at,
      hasTwoFactor: row.twoFactorEnabled === true,
      seenAt: row.seen_at,
    }));
  }

  async personOf(
    organisationId: OrganisationId,
    email: string,
  ): Promise<PersonId | 'left' | undefined> {
    const row = await this.database
      .of(organisationId)
      .selectFrom('person_identity')
      .innerJoin('person', 'person.id', 'person_identity.person_id')
      .select(['person.id', 'person.active'])
      .where('person_identity.organisation_id', '=', organisationId)
      .where('namespace', '=', 'email')
      .where('value', '=', email)
      .executeTakeFirst();
    return row && (row.active ? (row.id as PersonId) : 'left');
  }

  async runners(organisationId: OrganisationId): Promise<ReadonlySet<PersonId>> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('member')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('role', 'in', ['owner', 'admin'])
      .where('person_id', 'is not', null)
      .execute();
    return new Set(rows.map(({ person_id }) => person_id as PersonId));
  }

  async onlyOrganisation(): Promise<OrganisationId | undefined> {
    const rows = await this.database
      .across('accounts')
      .selectFrom('organisation')
      .select('id')
      .limit(2)
      .execute();
    return rows.length === 1 ? (rows[0]?.id as OrganisationId) : undefined;
  }

  add(
    organisationId: OrganisationId,
    userId: string,
    position: Position,
  ): Promise<'added' | Misplaced> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const wrong = await misplaced(transaction, organisationId, position);
        if (wrong) return wrong;
        await transaction
          .insertInto('member')
          .values({ user_id: userId, organisation_id: organisationId, ...rowOf(position) })
          .execute();
        const { name } = await accountIn(transaction, userId);
        await noteChange(
          transaction,
          organisationId,
          { kind: 'account', id: userId, name },
          {
            deed: 'member-joined',
            subject: ['account', userId, name],
            after: { role: position.role },
          },
        );
        return 'added';
      });
  }

  change(
    organisationId: OrganisationId,
    userId: string,
    position: Position,
    by: Actor,
  ): Promise<'changed' | 'unknown-member' | 'last-owner' | Misplaced> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const wrong = await misplaced(transaction, organisationId, position);
        if (wrong) return wrong;
        const owners = await ownersOf(transaction, organisationId);
        if (position.role !== 'owner' && isOnlyOne(owners, userId)) return 'last-owner';
        const before = await transaction
          .selectFrom('member')
          .select(['role', 'person_id', 'team_ids'])
          .where('organisation_id', '=', organisationId)
          .where('user_id', '=', userId)
          .forUpdate()
          .executeTakeFirst();
        if (!before) return 'unknown-member';
        const after = rowOf(position);
        await transaction
          .updateTable('member')
          .set(after)
          .where('organisation_id', '=', organisationId)
          .where('user_id', '=', userId)
          .execute();
        const changed = whatChanged(factsOf(before), factsOf(after));
        if (!changed) return 'changed';
        const { name } = await accountIn(transaction, userId);
        const subject = ['account', userId, name] as const;
        const done = { deed: 'member-changed', subject, ...changed } as const;
        await noteChange(transaction, organisationId, by, done);
        return 'changed';
      });
  }

  remove(
    organisationId: OrganisationId,
    userId: string,
    by: Actor,
  ): Promise<'removed' | 'unknown-member' | 'last-owner'> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        if (isOnlyOne(await ownersOf(transaction, organisationId), userId)) return 'last-owner';
        const { numDeletedRows } = await transaction
          .deleteFrom('member')
          .where('organisation_id', '=', organisationId)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return 'unknown-member';
        const { name } = await accountIn(transaction, userId);
        await transaction.deleteFrom('account_user').where('id', '=', userId).execute();
        await noteChange(transaction, organisationId, by, {
          deed: 'member-removed',
          subject: ['account', userId, name],
        });
        return 'removed';
      });
  }
}

const MEMBER = [
  'member.user_id',
  'member.organisation_id',
  'member.role',
  'member.person_id',
  'member.team_ids',
  'account_user.name',
  'account_user.email',
  'person.active',
] as const;

function memberFromRow(row: {
  user_id: string;
  organisation_id: number;
  role: string;
  person_id: number | null;
  team_ids: readonly number[];
  name: string;
  email: string;
  /** Null of somebody who does not compete. */
  active: boolean | null;
}): Member {
  return {
    userId: row.user_id,
    organisationId: row.organisation_id as OrganisationId,
    name: row.name,
    email: row.email,
    position: {
      role: row.role as MemberRole,
      personId: row.person_id as PersonId | null,
      teamIds: row.team_ids as readonly TeamId[],
    },
    isHere: row.active !== false,
  };
}

function rowOf({ role, personId, teamIds }: Position): {
  role: string;
  person_id: number | null;
  team_ids: number[];
} {
  return { role, person_id: personId, team_ids: [...new Set(teamIds)] };
}

function factsOf({ role, person_id: person, team_ids: teams }: ReturnType<typeof rowOf>) {
  return { role, person, teams };
}

function accountIn(transaction: Transaction<Schema>, userId: string): Promise<{ name: string }> {
  return transaction
    .selectFrom('account_user')
    .select('name')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}

/** Held until the transaction ends: two owners cannot remove each other at once. */
async function ownersOf(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('member')
    .select('user_id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

function isOnlyOne(owners: readonly string[], userId: string): boolean {
  return owners.length === 1 && owners[0] === userId;
}
