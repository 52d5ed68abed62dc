import type {
  Actor,
  Invitation,
  Invitations,
  MemberRole,
  Misplaced,
  NewInvitation,
} from '@bellwether/application';
import type { Instant, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { misplaced } from './misplaced.js';
import { iso, moment } from './moment.js';
import { noteChange } from './note-change.js';
import { hashOfKey } from './postgres-sources.js';

/** Invitations in PostgreSQL: their tokens as hashes only. */
export class PostgresInvitations implements Invitations {
  constructor(private readonly database: Database) {}

  add(
    organisationId: OrganisationId,
    { email, position, invitedBy, mailed, invitedAt, expiresAt }: NewInvitation,
    token: string,
    by: Actor,
  ): Promise<number | Misplaced | 'is-member'> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const wrong = await misplaced(transaction, organisationId, position);
        if (wrong) return wrong;
        const member = await transaction
          .selectFrom('account_user')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirst();
        if (member) return 'is-member';
        await transaction
          .deleteFrom('invitation')
          .where('organisation_id', '=', organisationId)
          .where('email', '=', email)
          .execute();
        const { id } = await transaction
          .insertInto('invitation')
          .values({
            organisation_id: organisationId,
            token_hash: hashOfKey(token),
            email,
            role: position.role,
            person_id: position.personId,
            team_ids: [...position.teamIds],
            invited_by: invitedBy,
            mailed,
            invited_at: iso(invitedAt),
            expires_at: iso(expiresAt),
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await noteChange(transaction, organisationId, by, {
          deed: 'member-invited',
          subject: ['account', null, email],
          after: { role: position.role },
        });
        return id;
      });
  }

  async byToken(token: string, now: Instant): Promise<Invitation | undefined> {
    const row = await openIn(this.database.across('accounts'), now)
      .where('token_hash', '=', hashOfKey(token))
      .executeTakeFirst();
    return row && invitationFromRow(row);
  }

  async toEmail(email: string, now: Instant): Promise<Invitation | undefined> {
    const row = await openIn(this.database.across('accounts'), now)
      .where('email', '=', email)
      .executeTakeFirst();
    return row && invitationFromRow(row);
  }

  async open(organisationId: OrganisationId, now: Instant): Promise<readonly Invitation[]> {
    const rows = await openIn(this.database.of(organisationId), now)
      .where('invitation.organisation_id', '=', organisationId)
      .execute();
    return rows.map(invitationFromRow);
  }

  async use(organisationId: OrganisationId, id: number): Promise<boolean> {
    const { numDeletedRows } = await this.database
      .of(organisationId)
      .deleteFrom('invitation')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  withdraw(organisationId: OrganisationId, id: number, by: Actor): Promise<boolean> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const ended = await transaction
          .deleteFrom('invitation')
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .returning('email')
          .executeTakeFirst();
        if (!ended) return false;
        await noteChange(transaction, organisationId, by, {
          deed: 'invitation-withdrawn',
          subject: ['account', null, ended.email],
        });
        return true;
      });
  }
}

function openIn(database: Kysely<Schema>, now: Instant) {
  return database
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .select([
      'invitation.id',
      'invitation.organisation_id',
      'organisation.name as organisation_name',
      'invitation.email',
      'invitation.role',
      'invitation.person_id',
      'invitation.team_ids',
      'invitation.invited_by',
      'invitation.mailed',
      'invitation.invited_at',
      'invitation.expires_at',
    ])
    .where('invitation.expires_at', '>', moment(now))
    .orderBy('invitation.id', 'desc');
}

function invitationFromRow(row: {
  id: number;
  organisation_id: number;
  organisation_name: string;
  email: string;
  role: string;
  person_id: number | null;
  team_ids: readonly number[];
  invited_by: string;
  mailed: boolean;
  invited_at: number;
  expires_at: number;
}): Invitation {
  return {
    id: row.id,
    organisationId: row.organisation_id as OrganisationId,
    organisationName: row.organisation_name,
    email: row.email,
    position: {
      role: row.role as MemberRole,
      personId: row.person_id as PersonId | null,
      teamIds: row.team_ids as readonly TeamId[],
    },
    invitedBy: row.invited_by,
    mailed: row.mailed,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  };
}
