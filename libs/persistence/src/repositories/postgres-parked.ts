import type { Actor, Parked, ParkedFilter, ParkedItem } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { noteChange } from './note-change.js';
import { IS_IGNORED } from './parked-ignored.js';

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
    filter: Pick<ParkedFilter, 'ignored'> = {},
  ): Promise<readonly { kind: string; subject: string; items: number }[]> {
    return this.#open(organisationId, filter)
      .select(['parked.kind', 'parked.subject', sql<number>`count(*)`.as('items')])
      .groupBy(['parked.kind', 'parked.subject'])
      .orderBy('items', 'desc')
      .limit(1_000)
      .execute();
  }

  async requeue(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number> {
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
        const items = Number(result.numInsertedOrUpdatedRows ?? 0);
        if (items > 0) {
          await noteChange(transaction, organisationId, by, {
            deed: 'parked-replayed',
            subject: ['parked', null, filterText(filter)],
            after: { items },
          });
        }
        return items;
      });
  }

  async ignore(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const matching = this.#open(organisationId, filter, transaction).select('parked.id');
        const { numUpdatedRows } = await transaction
          .updateTable('parked')
          .set({ ignored_at: sql<string>`now()` })
          .where('id', 'in', matching)
          .executeTakeFirst();
        if (namesPerson(filter)) {
          await transaction
            .insertInto('ignored_person')
            .values({ organisation_id: organisationId, subject: filter.subject })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        const items = Number(numUpdatedRows);
        if (items > 0 || namesPerson(filter)) {
          await noteChange(transaction, organisationId, by, {
            deed: 'parked-set-aside',
            subject: ['parked', null, filterText(filter)],
            after: { items },
          });
        }
        return items;
      });
  }

  async notice(organisationId: OrganisationId, filter: ParkedFilter, by: Actor): Promise<number> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const aside = { ...filter, ignored: true };
        const ids = (
          await this.#open(organisationId, aside, transaction).select('parked.id').execute()
        ).map(({ id }) => id);
        if (namesPerson(filter)) {
          await transaction
            .deleteFrom('ignored_person')
            .where('organisation_id', '=', organisationId)
            .where('subject', '=', filter.subject)
            .execute();
        }
        if (ids.length === 0) return 0;
        await transaction
          .updateTable('parked')
          .set({ ignored_at: null })
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', ids)
          .execute();
        await noteChange(transaction, organisationId, by, {
          deed: 'parked-noticed',
          subject: ['parked', null, filterText(filter)],
          after: { items: ids.length },
        });
        return ids.length;
      });
  }

  #open(
    organisationId: OrganisationId,
    { ids, kind, subject, ignored = false }: ParkedFilter,
    database: Kysely<Schema> = this.database.of(organisationId),
  ) {
    return database
      .selectFrom('parked')
      .where('parked.organisation_id', '=', organisationId)
      .where('parked.resolved_at', 'is', null)
      .where(ignored ? IS_IGNORED : sql<boolean>`not ${IS_IGNORED}`)
      .$if(ids !== undefined, (query) => query.where('parked.id', 'in', [...(ids ?? []), 0]))
      .$if(kind !== undefined, (query) => query.where('parked.kind', '=', kind ?? ''))
      .$if(subject !== undefined, (query) => query.where('parked.subject', '=', subject ?? ''));
  }
}

/** It is about all of one person, not about some deliveries. */
function namesPerson(filter: ParkedFilter): filter is ParkedFilter & { readonly subject: string } {
  return (
    filter.kind === 'unknown-person' && filter.subject !== undefined && filter.ids === undefined
  );
}

/** What was chosen to be tried again, as people read it. */
function filterText({ ids, kind, subject }: ParkedFilter): string {
  const parts = [kind, subject].filter((part) => part !== undefined);
  if (parts.length > 0) return parts.join(' ');
  return ids === undefined ? 'everything' : 'chosen items';
}
