import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.js';
import { SCOPED_ROLE } from './scoped-role.js';

/**
 * Where the role of the address passes row-level security, makes one that does not and gives it all
 * rows of our tables, for connections to take on. Where it may not do that, it does nothing.
 */
export async function provideScopedRole(everything: Kysely<Schema>): Promise<void> {
  await sql.raw(PROVIDE).execute(everything);
}

/** Only what is lacking is done: rights that are given anew at each start are written anew, too. */
const PROVIDE = `do $$
declare
  lacking text;
begin
  if not (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) then
    return;
  end if;
  perform pg_advisory_xact_lock(1768779379);
  if to_regrole('${SCOPED_ROLE}') is null then
    begin
      execute format('create role ${SCOPED_ROLE} nologin role %I', session_user);
    exception
      when insufficient_privilege then return;
      -- Somebody made it at this moment, in another database of the same PostgreSQL.
      when duplicate_object or unique_violation then null;
    end;
  end if;
  for lacking in
    select case relkind
      when 'r' then format('select, insert, update, delete on %s', oid::regclass)
      when 'S' then format('usage on sequence %s', oid::regclass)
    end
    from pg_class
    where relnamespace = current_schema()::regnamespace and relname not like 'kysely\\_%'
      and pg_has_role(relowner, 'usage')
      and case relkind
        when 'r' then not has_table_privilege('${SCOPED_ROLE}', oid, 'delete')
        when 'S' then not has_sequence_privilege('${SCOPED_ROLE}', oid, 'usage')
        else false
      end
  loop
    execute format('grant %s to ${SCOPED_ROLE}', lacking);
  end loop;
end $$`;
