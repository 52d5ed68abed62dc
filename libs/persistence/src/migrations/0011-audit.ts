import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { onlyItsOrganisation } from '../row-security/only-its-organisation.js';

/** Who changed what and when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await onlyItsOrganisation(db, 'audit');
}

const STATEMENTS = [
  `create table audit (
    id bigint generated always as identity primary key,
    organisation_id integer not null references organisation,
    at timestamptz not null default clock_timestamp(),
    actor_kind text not null check (actor_kind in ('key', 'account', 'system')),
    actor_id text,
    -- Names are kept as they were then.
    actor_name text not null,
    deed text not null,
    subject_kind text not null,
    subject_id text,
    subject_name text not null,
    -- Only what differs.
    before jsonb not null default '{}',
    after jsonb not null default '{}'
  )`,
  `create index audit_newest on audit (organisation_id, id)`,
  `create index audit_subject on audit (organisation_id, subject_kind, subject_id, id)`,
  // Append-only, but for the names of somebody who has asked to be forgotten: whoever erases says so
  // for the length of a transaction, and even then nothing but names and facts can be put otherwise.
  `create or replace function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_setting('bellwether.erasing', true) = 'yes'
        and (new.id, new.organisation_id, new.at, new.actor_kind, new.deed, new.subject_kind)
          = (old.id, old.organisation_id, old.at, old.actor_kind, old.deed, old.subject_kind)
        and new.actor_id is not distinct from old.actor_id
        and new.subject_id is not distinct from old.subject_id
      then return new;
      end if;
      raise exception 'the audit is append-only';
    end $$`,
  `create trigger audit_append_only before update or delete on audit
    for each row execute function refuse_audit_change()`,
];
