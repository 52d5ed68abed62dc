import type { Parked, ParkedFilter, ParkedItem } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';

/** Parked items in PostgreSQL. */
export class PostgresParked implements Parked {
  constructor(private readonly database: Database) {}

  async list(
    organisationId: OrganisationId,
    filter: ParkedFilter,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<readonly ParkedItem[]> {
    const rows = await this.#open(organisationId, filter)
      .innerJoin('inbox', 'inbox.id', 'parked.inbox_id')
      .innerJoin('source', 'source.id', 'parked.source_id')
      .leftJoin('record', 'record.id', 'parked.record_id')
      .select([
        'parked.id',
        'parked.kind',
        'parked.subject',
        'parked.detail',
        'parked.parked_at',
        'source.name as source_name',
        sql<string>`coalesce(inbox.body, '')`.as('body'),
        'record.type as record_type',
        'record.external_id',
      ])
      .where('parked.id', '>', after)
      .orderBy('parked.id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      detail: row.detail,
      sourceName: row.source_name,
      record:
        row.record_type === null || row.external_id === null
          ? null
          : { type: row.record_type, externalId: row.external_id },
      body: row.body,
      parkedAt: row.parked_at,
    }));
  }

  count(
    organisationId: OrganisationId,
  ): Promise<readonly { kind: string; subject: string; items: number }[]> {
    return this.#open(organisationId, {})
      .select(['parked.kind', 'parked.subject', sql<number>`count(*)`.as('items')])
      .groupBy(['parked.kind', 'parked.subject'])
      .orderBy('items', 'desc')
      .limit(1_000)
      .execute();
  }

  async requeue(organisationId: OrganisationId, filter: ParkedFilter): Promise<number> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        // Waits for a scoring that may be parking, with what it knew before, what is now to be tried again.
        await sql`select from ledger_head where organisation_id = ${organisationId} for update`.execute(
          transaction,
        );
        const result = await transaction
          .insertInto('inbox_queue')
          .columns(['organisation_id', 'inbox_id', 'replay'])
          .expression(
            this.#open(organisationId, filter, transaction)
              .select([
                'parked.organisation_id',
                'parked.inbox_id',
                sql<boolean>`true`.as('replay'),
              ])
              .distinct(),
          )
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(result.numInsertedOrUpdatedRows ?? 0);
      });
  }

  #open(
    organisationId: OrganisationId,
    { ids, kind, subject }: ParkedFilter,
    database: Kysely<Schema> = this.database.of(organisationId),
  ) {
    return database
      .selectFrom('parked')
      .where('parked.organisation_id', '=', organisationId)
      .where('parked.resolved_at', 'is', null)
      .$if(ids !== undefined, (query) => query.where('parked.id', 'in', [...(ids ?? []), 0]))
      .$if(kind !== undefined, (query) => query.where('parked.kind', '=', kind ?? ''))
      .$if(subject !== undefined, (query) => query.where('parked.subject', '=', subject ?? ''));
  }
}
