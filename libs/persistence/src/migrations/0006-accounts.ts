import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * People who sign in. The tables `account_…` are Better Auth's and have its names; a test holds them to
 * what it asks for. Who belongs where, and as what, is ours.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table account_user (
    "id" text primary key,
    "name" text not null,
    "email" text not null unique,
    "emailVerified" boolean not null,
    "image" text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "twoFactorEnabled" boolean
  )`,
  `create table account_session (
    "id" text primary key,
    "expiresAt" timestamptz not null,
    "token" text not null unique,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references account_user on delete cascade
  )`,
  `create index account_session_user on account_session ("userId")`,
  // How somebody proves who they are: a password, or an identity provider.
  `create table account_login (
    "id" text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references account_user on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    "scope" text,
    "password" text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null
  )`,
  `create index account_login_user on account_login ("userId")`,
  `create table account_verification (
    "id" text primary key,
    "identifier" text not null,
    "value" text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`,
  `create index account_verification_identifier on account_verification ("identifier")`,
  `create table account_two_factor (
    "id" text primary key,
    "secret" text not null,
    "backupCodes" text not null,
    "userId" text not null references account_user on delete cascade,
    "verified" boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`,
  `create index account_two_factor_secret on account_two_factor ("secret")`,
  `create index account_two_factor_user on account_two_factor ("userId")`,

  // An account belongs to one organisation.
  `create table member (
    user_id text primary key references account_user on delete cascade,
    organisation_id integer not null references organisation,
    role text not null,
    -- Who they are on the boards.
    person_id integer references person,
    -- Whom a manager manages.
    team_ids integer[] not null default '{}',
    joined_at timestamptz not null default now()
  )`,
  `create index member_organisation on member (organisation_id)`,
  `create table invitation (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    -- Only the hash: the link is shown or mailed once.
    token_hash bytea not null unique,
    email text not null,
    role text not null,
    person_id integer references person,
    team_ids integer[] not null default '{}',
    invited_by text not null,
    -- Whoever follows the link reads mail at that address.
    mailed boolean not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index invitation_organisation on invitation (organisation_id, id)`,
  `create index invitation_email on invitation (email)`,
];
