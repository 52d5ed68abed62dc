import { createHash } from 'node:crypto';
import type { Actor, Source, SourceKeeper, Sources } from '@bellwether/application';
import type { FieldRule, Instant, OrganisationId, SourceId } from '@bellwether/domain';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import type { SourceSecrets } from '../source-secrets/sealed-secrets.js';
import { noteChange } from './note-change.js';
import type { SourceChange } from './source-deeds.js';
import { sourceDeeds } from './source-deeds.js';
import type { SourceRow } from './source-row.js';
import { SOURCE_COLUMNS, sourceFromRow } from './source-row.js';

/** Sources in PostgreSQL. */
export class PostgresSources implements Sources, SourceKeeper {
  constructor(
    private readonly database: Database,
    private readonly secrets: SourceSecrets,
  ) {}

  async byAddress(address: string): Promise<Source | undefined> {
    const row = await this.#sources(this.database.across('keys'))
      .where('source.address', '=', address)
      .executeTakeFirst();
    return row && this.#opened(row);
  }

  async byApiKey(key: string): Promise<Source | undefined> {
    const row = await this.#sources(this.database.across('keys'))
      .innerJoin('access_key', 'access_key.source_id', 'source.id')
      .select('access_key.revoked_at')
      .where('access_key.hash', '=', hashOfKey(key))
      .where('access_key.role', '=', 'source')
      .executeTakeFirst();
    return row && { ...this.#opened(row), keyEndsAt: row.revoked_at };
  }

  async byId(organisationId: OrganisationId, id: SourceId): Promise<Source | undefined> {
    const row = await this.#sources(this.database.of(organisationId))
      .where('source.organisation_id', '=', organisationId)
      .where('source.id', '=', id)
      .executeTakeFirst();
    return row && this.#opened(row);
  }

  async ofOrganisation(organisationId: OrganisationId): Promise<readonly Source[]> {
    const rows = await this.#sources(this.database.of(organisationId))
      .where('source.organisation_id', '=', organisationId)
      .orderBy('source.id')
      .execute();
    return rows.map((row) => this.#opened(row));
  }

  /** Those of them that something has arrived from. */
  async thatSent(organisationId: OrganisationId): Promise<ReadonlySet<number>> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('source')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where((where) =>
        where.exists(
          where
            .selectFrom('inbox')
            .select('inbox.source_id')
            .whereRef('inbox.source_id', '=', 'source.id')
            .where('inbox.test', '=', false)
            .limit(1),
        ),
      )
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** False when there is no such source. */
  change(
    organisationId: OrganisationId,
    id: number,
    change: SourceChange,
    by: Actor,
  ): Promise<boolean> {
    const { name, settings, fieldRules, secrets, paused, silentAfterMinutes } = change;
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const before = await transaction
          .selectFrom('source')
          .select(['name', 'settings', 'field_rules', 'secrets', 'paused', 'silent_after_minutes'])
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (!before) return false;
        await transaction
          .updateTable('source')
          .set({
            ...(name !== undefined && { name }),
            ...(settings !== undefined && { settings: JSON.stringify(settings) }),
            ...(fieldRules !== undefined && { field_rules: JSON.stringify(fieldRules) }),
            // What was sent before may be understood otherwise from now on.
            ...((settings !== undefined || fieldRules !== undefined) && {
              settings_version: sql<number>`settings_version + 1`,
            }),
            ...(secrets !== undefined && {
              secrets: JSON.stringify(this.secrets.seal(organisationId, id, secrets)),
            }),
            ...(paused !== undefined && { paused }),
            ...(silentAfterMinutes !== undefined && { silent_after_minutes: silentAfterMinutes }),
            // Something must be set, even when nothing changes.
            organisation_id: organisationId,
          })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .execute();
        for (const done of sourceDeeds(before, change)) {
          const subject = ['source', id, before.name] as const;
          await noteChange(transaction, organisationId, by, { subject, ...done });
        }
        return true;
      });
  }

  async hasRecords(organisationId: OrganisationId, sourceId: SourceId): Promise<boolean> {
    const found = await this.database
      .of(organisationId)
      .selectFrom('record')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('source_id', '=', sourceId)
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  }

  async keepFieldRules(
    organisationId: OrganisationId,
    sourceId: SourceId,
    fieldRules: readonly FieldRule[],
    by: Actor,
  ): Promise<void> {
    await this.change(organisationId, sourceId, { fieldRules }, by);
  }

  async startRotation(
    organisationId: OrganisationId,
    sourceId: SourceId,
    {
      secret,
      apiKey,
      oldUntil,
    }: {
      readonly secret: string;
      readonly apiKey: string | null;
      readonly oldUntil: Instant;
    },
    by: Actor,
  ): Promise<void> {
    const until = new Date(oldUntil).toISOString();
    const sealed = this.secrets.seal(organisationId, sourceId, [secret]);
    await this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        // Rotated again before the first is over: what was new is the old one now, and no third stays.
        const { secrets, name } = await transaction
          .selectFrom('source')
          .select(['secrets', 'name'])
          .where('organisation_id', '=', organisationId)
          .where('id', '=', sourceId)
          .forUpdate()
          .executeTakeFirstOrThrow();
        await transaction
          .updateTable('source')
          .set({
            secrets: JSON.stringify([...secrets.slice(-1), ...sealed]),
            old_secrets_until: until,
            old_secret_used_at: null,
            new_secret_used_at: null,
          })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', sourceId)
          .execute();
        await noteChange(transaction, organisationId, by, {
          deed: 'source-secret-added',
          subject: ['source', sourceId, name],
          after: { oldValidUntil: until },
        });
        if (apiKey === null) return;
        await endKeys(transaction, organisationId, sourceId, until);
        await transaction
          .insertInto('access_key')
          .values({
            hash: hashOfKey(apiKey),
            organisation_id: organisationId,
            role: 'source',
            label: name,
            source_id: sourceId,
          })
          .execute();
      });
  }

  async endRotation(
    organisationId: OrganisationId,
    sourceId: SourceId,
    now: Instant,
    by: Actor,
  ): Promise<void> {
    await this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        await sql`
        update source set secrets = jsonb_build_array(secrets -> -1), old_secrets_until = null,
          old_secret_used_at = null, new_secret_used_at = null
        where organisation_id = ${organisationId} and id = ${sourceId}
          and jsonb_array_length(secrets) > 0
      `.execute(transaction);
        // Keys that were to end later end now; the newest has no end.
        await transaction
          .updateTable('access_key')
          .set({ revoked_at: new Date(now).toISOString() })
          .where('organisation_id', '=', organisationId)
          .where('source_id', '=', sourceId)
          .where('revoked_at', '>', sql<number>`${new Date(now).toISOString()}::timestamptz`)
          .execute();
        const { name } = await transaction
          .selectFrom('source')
          .select('name')
          .where('organisation_id', '=', organisationId)
          .where('id', '=', sourceId)
          .executeTakeFirstOrThrow();
        await noteChange(transaction, organisationId, by, {
          deed: 'source-secrets-ended',
          subject: ['source', sourceId, name],
        });
      });
  }

  #opened(row: SourceRow): Source {
    return sourceFromRow(row, this.secrets.open(row.organisation_id, row.id, row.secrets));
  }

  #sources(database: Kysely<Schema>) {
    return database
      .selectFrom('source')
      .innerJoin('organisation', 'organisation.id', 'source.organisation_id')
      .select(SOURCE_COLUMNS);
  }
}

/** The keys of before end then, at the latest. */
async function endKeys(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  sourceId: SourceId,
  until: string,
): Promise<void> {
  await transaction
    .updateTable('access_key')
    .set({ revoked_at: until })
    .where('organisation_id', '=', organisationId)
    .where('source_id', '=', sourceId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Keys are long and random, so a plain hash keeps them. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
