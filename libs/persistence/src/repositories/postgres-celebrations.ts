import type {
  CelebrationNotice,
  Celebrations,
  PendingCelebration,
  WonDeal,
} from '@bellwether/application';
import type { BusinessDate, Instant, OrganisationId, PersonId, RecordId } from '@bellwether/domain';
import { stateOf } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { moment } from './moment.js';
import type { StoredRevision } from './record-storage.js';
import { historyFromStore } from './record-storage.js';

/** A celebration that was not shown within this time is not shown any more: the moment has passed. */
const MOMENT_MS = 15 * 60_000;

/** Celebrations in PostgreSQL. */
export class PostgresCelebrations implements Celebrations {
  constructor(private readonly database: Database) {}

  async pending(organisationId: OrganisationId): Promise<readonly PendingCelebration[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('celebration')
      .select(['id', 'record_id', 'person_id', 'date', 'happened_at', 'arrived_at'])
      .where('organisation_id', '=', organisationId)
      .where('shown', 'is', null)
      .where('taken_back_at', 'is', null)
      .where('decided_at', '>', moment(Date.now() - MOMENT_MS))
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      win: {
        recordId: row.record_id as RecordId,
        personId: row.person_id as PersonId,
        date: row.date as BusinessDate,
        at: row.happened_at,
      },
      arrivedAt: row.arrived_at,
    }));
  }

  async show(
    organisationId: OrganisationId,
    notices: readonly CelebrationNotice[],
  ): Promise<ReadonlySet<string>> {
    const ids = notices.map(({ id }) => Number(id));
    const texts = notices.map((notice) => JSON.stringify(notice));
    const { rows } = await sql<{ id: number }>`
      update celebration set shown = given.notice
      from unnest(${ids}::bigint[], ${texts}::jsonb[]) as given (id, notice)
      where celebration.organisation_id = ${organisationId}
        and celebration.id = given.id
        and celebration.shown is null
        and celebration.taken_back_at is null
      returning celebration.id
    `.execute(this.database.of(organisationId));
    return new Set(rows.map(({ id }) => String(id)));
  }

  async shownSince(
    organisationId: OrganisationId,
    since: Instant,
  ): Promise<readonly CelebrationNotice[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('celebration')
      .select('shown')
      .where('organisation_id', '=', organisationId)
      .where('decided_at', '>', moment(since))
      .where('taken_back_at', 'is', null)
      .where('shown', 'is not', null)
      .orderBy('id')
      .execute();
    return rows.map(({ shown }) => shown as CelebrationNotice);
  }

  async deals(
    organisationId: OrganisationId,
    recordIds: readonly RecordId[],
  ): Promise<ReadonlyMap<RecordId, WonDeal>> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('record')
      .select(['id', 'history'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', sql<RecordId>`any(${recordIds}::bigint[])`)
      .execute();
    return new Map(
      rows.map(({ id, history }) => [id as RecordId, dealOf(history as readonly StoredRevision[])]),
    );
  }
}

function dealOf(history: readonly StoredRevision[]): WonDeal {
  const { fields } = stateOf(historyFromStore(history));
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    name: text('name'),
    account: text('account'),
    amount: text('amount'),
    currency: text('currency'),
  };
}
