import type { OrganisationId } from '@bellwether/domain';
import type { Selectable, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.js';
import { erasedIdentity } from './erased-identity.js';

type Person = Pick<Selectable<Schema['person']>, 'id' | 'name' | 'short_name' | 'nickname'>;

/** A text that names somebody, and what stands in its place from now on. */
interface Replacement {
  readonly text: string;
  readonly by: string;
}

/**
 * Puts a pseudonym in the place of whatever names a person; docs/erasure.md tells what that is. Records
 * stay whose they are: their owner is written as the hash by which the directory finds the person.
 */
export async function erasePerson(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  person: Person,
): Promise<string> {
  // A scoring that holds records in hand would write the names back.
  await sql`select from ledger_head where organisation_id = ${organisationId} for update`.execute(
    transaction,
  );
  const pseudonym = await nextPseudonym(transaction, organisationId);
  const identities = await hideIdentities(transaction, organisationId, person.id);
  const scope = { transaction, organisationId, person, pseudonym, identities };
  await renamePerson(scope);
  await endKeys(scope);
  const accounts = await endAccounts(scope);
  await renameOnScreens(scope);
  await rewriteRecords(scope);
  await rewriteDeliveries(scope);
  await rewriteAudit(scope, accounts);
  return pseudonym;
}

interface Scope {
  readonly transaction: Transaction<Schema>;
  readonly organisationId: OrganisationId;
  readonly person: Person;
  readonly pseudonym: string;
  readonly identities: readonly Replacement[];
}

async function nextPseudonym(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
): Promise<string> {
  const { erased } = await transaction
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('erased'))
    .where('organisation_id', '=', organisationId)
    .where('erased_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return `Former colleague ${Number(erased) + 1}`;
}

/** Answers each identity, `email:ada@example.com`, and what is written for it now. */
async function hideIdentities(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  personId: number,
): Promise<readonly Replacement[]> {
  const { erasure_salt } = await transaction
    .selectFrom('organisation')
    .select('erasure_salt')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const rows = await transaction
    .deleteFrom('person_identity')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .returning(['namespace', 'value'])
    .execute();
  const hidden = rows.map(({ namespace, value }) => {
    const text = `${namespace}:${value}`;
    return { text, by: erasedIdentity(erasure_salt, text) };
  });
  for (const { by } of hidden) {
    const [namespace = '', value = ''] = by.split(/:(.*)/s);
    await transaction
      .insertInto('person_identity')
      .values({ organisation_id: organisationId, namespace, value, person_id: personId })
      .execute();
  }
  return hidden;
}

async function renamePerson({
  transaction,
  organisationId,
  person,
  pseudonym,
}: Scope): Promise<void> {
  await transaction
    .deleteFrom('person_photo')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', person.id)
    .execute();
  await transaction
    .updateTable('person')
    .set({
      name: pseudonym,
      short_name: pseudonym,
      photo_url: null,
      nickname: null,
      pronunciation: null,
      job_title: null,
      manager_id: null,
      hired_on: null,
      left_on: null,
      time_zone: null,
      working_days: null,
      absences: '[]',
      active: false,
      erased_at: sql<string>`now()`,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', person.id)
    .execute();
}

async function endKeys({ transaction, organisationId, person, pseudonym }: Scope): Promise<void> {
  await transaction
    .updateTable('access_key')
    .set({ label: pseudonym, revoked_at: sql<string>`coalesce(revoked_at, now())` })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', person.id)
    .execute();
}

/** By which they signed in, and by which they were to. Answers which they were. */
async function endAccounts({
  transaction,
  organisationId,
  person,
}: Scope): Promise<readonly string[]> {
  await transaction
    .deleteFrom('invitation')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', person.id)
    .execute();
  const ended = await transaction
    .deleteFrom('member')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', person.id)
    .returning('user_id')
    .execute();
  for (const { user_id } of ended) {
    await transaction.deleteFrom('account_user').where('id', '=', user_id).execute();
  }
  return ended.map(({ user_id }) => user_id);
}

async function renameOnScreens({
  transaction,
  organisationId,
  person,
  pseudonym,
}: Scope): Promise<void> {
  const shown = JSON.stringify({ name: pseudonym, shortName: pseudonym, photoUrl: null });
  await sql`
    update celebration
    set shown = jsonb_set(shown, '{person}', (shown -> 'person') || ${shown}::jsonb)
    where organisation_id = ${organisationId} and person_id = ${person.id} and shown is not null
  `.execute(transaction);
}

/** Every record that was ever theirs: in its history they are the owner. */
async function rewriteRecords({
  transaction,
  organisationId,
  person,
  identities,
}: Scope): Promise<void> {
  for (const { text, by } of identities) {
    await sql`
      update record
      set history = replace(history::text, ${JSON.stringify(text)}, ${JSON.stringify(by)})::json
      where organisation_id = ${organisationId} and id in (
        select record_id from entry
        where organisation_id = ${organisationId} and person_id = ${person.id}
      )
    `.execute(transaction);
    await sql`
      update parked
      set subject = replace(subject, ${text}, ${by}), detail = replace(detail, ${text}, ${by})
      where organisation_id = ${organisationId}
        and (position(${text} in subject) > 0 or position(${text} in detail) > 0)
    `.execute(transaction);
  }
}

/** What was sent and is needed no more is emptied where it names them; what still waits is rewritten. */
async function rewriteDeliveries(scope: Scope): Promise<void> {
  const { transaction, organisationId, person, pseudonym, identities } = scope;
  // The number that a source knows them by tells nobody who they are, and may be part of any other.
  const emails = identities.filter(({ text }) => text.startsWith('email:'));
  for (const text of [person.name, ...emails.map(({ text: email }) => valueOf(email))]) {
    await sql`
      update inbox set body = null
      where organisation_id = ${organisationId} and position(${text} in body) > 0
        and not exists (select from inbox_queue where inbox_id = inbox.id)
        and not exists (
          select from parked where parked.inbox_id = inbox.id and parked.resolved_at is null
        )
    `.execute(transaction);
    await sql`
      update import_verdict set lines = replace(lines, ${text}, ${pseudonym})
      where position(${text} in lines) > 0
        and import_id in (select id from import where organisation_id = ${organisationId})
    `.execute(transaction);
  }
  for (const { text, by } of emails) {
    await sql`
      update inbox set body = replace(body, ${JSON.stringify(valueOf(text))}, ${JSON.stringify(valueOf(by))})
      where organisation_id = ${organisationId}
        and position(${JSON.stringify(valueOf(text))} in body) > 0
    `.execute(transaction);
  }
}

/** What was done to them stays; what they were called and what was told of them does not. */
async function rewriteAudit(scope: Scope, accounts: readonly string[]): Promise<void> {
  const { transaction, organisationId, person, pseudonym, identities } = scope;
  await sql`select set_config('bellwether.erasing', 'yes', true)`.execute(transaction);
  const id = String(person.id);
  await sql`
    update audit set subject_name = ${pseudonym},
      before = before - ${TELLING}::text[], after = after - ${TELLING}::text[]
    where organisation_id = ${organisationId} and subject_kind = 'person' and subject_id = ${id}
  `.execute(transaction);
  await sql`
    update audit set
      before = case when before ->> 'manager' = ${person.name}
        then jsonb_set(before, '{manager}', to_jsonb(${pseudonym}::text)) else before end,
      after = case when after ->> 'manager' = ${person.name}
        then jsonb_set(after, '{manager}', to_jsonb(${pseudonym}::text)) else after end
    where organisation_id = ${organisationId}
      and (before ->> 'manager' = ${person.name} or after ->> 'manager' = ${person.name})
  `.execute(transaction);
  await sql`
    update audit set
      before = ${withoutName('before', person.name, pseudonym)},
      after = ${withoutName('after', person.name, pseudonym)}
    where organisation_id = ${organisationId} and subject_kind = 'scorecard'
      and (before -> 'people' ? ${person.name} or after -> 'people' ? ${person.name})
  `.execute(transaction);
  for (const { text } of identities) {
    await sql`
      update audit set subject_name = replace(subject_name, ${text}, ${pseudonym})
      where organisation_id = ${organisationId} and position(${text} in subject_name) > 0
    `.execute(transaction);
    await sql`
      update audit set subject_name = ${pseudonym}
      where organisation_id = ${organisationId} and subject_kind = 'account'
        and subject_name = ${valueOf(text)}
    `.execute(transaction);
  }
  await sql`
    update audit set
      actor_name = case when actor_id = any(${accounts}::text[])
        then ${pseudonym} else actor_name end,
      subject_name = case when subject_kind = 'account' and subject_id = any(${accounts}::text[])
        then ${pseudonym} else subject_name end
    where organisation_id = ${organisationId}
      and (actor_id = any(${accounts}::text[]) or subject_id = any(${accounts}::text[]))
  `.execute(transaction);
  await sql`select set_config('bellwether.erasing', '', true)`.execute(transaction);
}

/** The facts of a scorecard, which name whom it is for. */
function withoutName(column: 'before' | 'after', name: string, pseudonym: string) {
  const facts = sql.ref(column);
  return sql`case when ${facts} -> 'people' ? ${name} then jsonb_set(${facts}, '{people}', (
    select jsonb_agg(case when person = ${name} then ${pseudonym}::text else person end)
    from jsonb_array_elements_text(${facts} -> 'people') person
  )) else ${facts} end`;
}

/** Facts of the audit that tell who somebody is; teams and roles stay. */
const TELLING = [
  'name',
  'shortName',
  'nickname',
  'pronunciation',
  'jobTitle',
  'manager',
  'hiredOn',
  'leftOn',
  'timeZone',
  'workingDays',
  'absences',
  'identity',
  'identities',
];

function valueOf(identity: string): string {
  return identity.slice(identity.indexOf(':') + 1);
}
