import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Passkeys of accounts: Better Auth's table, with its names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table account_passkey (
    "id" text primary key,
    "name" text,
    "publicKey" text not null,
    "userId" text not null references account_user on delete cascade,
    -- By which a device names it: whose it is must never be a question.
    "credentialID" text not null unique,
    "counter" integer not null,
    "deviceType" text not null,
    "backedUp" boolean not null,
    "transports" text,
    "createdAt" timestamptz,
    "aaguid" text
  )`,
  `create index account_passkey_user on account_passkey ("userId")`,
];
