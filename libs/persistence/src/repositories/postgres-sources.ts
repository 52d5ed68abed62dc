import { createHash } from 'node:crypto';
import type { Source, Sources } from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { SOURCE_COLUMNS, sourceFromRow } from './source-row.js';

/** Sources in PostgreSQL. */
export class PostgresSources implements Sources {
  constructor(private readonly database: Database) {}

  async byAddress(address: string): Promise<Source | undefined> {
    const row = await this.#sources(this.database.across('keys'))
      .where('source.address', '=', address)
      .executeTakeFirst();
    return row && sourceFromRow(row);
  }

  async byApiKey(key: string): Promise<Source | undefined> {
    const row = await this.#sources(this.database.across('keys'))
      .innerJoin('access_key', 'access_key.source_id', 'source.id')
      .where('access_key.hash', '=', hashOfKey(key))
      .where('access_key.role', '=', 'source')
      .where('access_key.revoked_at', 'is', null)
      .executeTakeFirst();
    return row && sourceFromRow(row);
  }

  async byId(organisationId: OrganisationId, id: SourceId): Promise<Source | undefined> {
    const row = await this.#sources(this.database.of(organisationId))
      .where('source.organisation_id', '=', organisationId)
      .where('source.id', '=', id)
      .executeTakeFirst();
    return row && sourceFromRow(row);
  }

  async ofOrganisation(organisationId: OrganisationId): Promise<readonly Source[]> {
    const rows = await this.#sources(this.database.of(organisationId))
      .where('source.organisation_id', '=', organisationId)
      .orderBy('source.id')
      .execute();
    return rows.map(sourceFromRow);
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
            .limit(1),
        ),
      )
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** False when there is no such source. */
  async change(
    organisationId: OrganisationId,
    id: number,
    change: {
      readonly name?: string | undefined;
      readonly settings?: unknown;
      readonly secrets?: readonly string[] | undefined;
      readonly paused?: boolean | undefined;
    },
  ): Promise<boolean> {
    const { name, settings, secrets, paused } = change;
    const changed = await this.database
      .of(organisationId)
      .updateTable('source')
      .set({
        ...(name !== undefined && { name }),
        ...(settings !== undefined && { settings: JSON.stringify(settings) }),
        ...(secrets !== undefined && { secrets: JSON.stringify(secrets) }),
        ...(paused !== undefined && { paused }),
        // Something must be set, even when nothing changes.
        organisation_id: organisationId,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  }

  #sources(database: Kysely<Schema>) {
    return database
      .selectFrom('source')
      .innerJoin('organisation', 'organisation.id', 'source.organisation_id')
      .select(SOURCE_COLUMNS);
  }
}

/** Keys are long and random, so a plain hash keeps them. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
