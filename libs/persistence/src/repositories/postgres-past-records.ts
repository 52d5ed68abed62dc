import type { PastRecord, PastRecords } from '@bellwether/application';
import type { OrganisationId, RecordId, RecordType } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { StoredRevision } from './record-storage.js';
import { historyFromStore } from './record-storage.js';

/** So many numbers of records are looked at in one query, whoever's they are. */
const WINDOW = 2_000;

/** Records that came in before, in PostgreSQL. */
export class PostgresPastRecords implements PastRecords {
  constructor(private readonly database: Database) {}

  async newest(
    organisationId: OrganisationId,
    types: readonly RecordType[],
    before: number | null,
  ): Promise<{ readonly records: readonly PastRecord[]; readonly next: number | null }> {
    const end = before ?? (await this.#end(organisationId));
    // By their numbers, which the primary key finds: an index for this alone would cost every record.
    const { rows } = await sql<RecordRow>`
      select id, source_id, type, external_id, history from record
      where organisation_id = ${organisationId} and type = any (${[...types]}::text[])
        and id < ${end} and id >= ${end - WINDOW}
      order by id desc
    `.execute(this.database.of(organisationId));
    return { records: rows.map(pastRecord), next: end - WINDOW > 1 ? end - WINDOW : null };
  }

  async count(organisationId: OrganisationId): Promise<number> {
    const { total } = await this.database
      .of(organisationId)
      .selectFrom('record')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow();
    return total;
  }

  async #end(organisationId: OrganisationId): Promise<number> {
    const { rows } = await sql<{ end: number }>`
      select coalesce(pg_sequence_last_value('record_id_seq'::regclass), 0) + 1 as "end"
    `.execute(this.database.of(organisationId));
    return rows[0]?.end ?? 1;
  }
}

interface RecordRow {
  readonly id: RecordId;
  readonly source_id: number;
  readonly type: RecordType;
  readonly external_id: string;
  readonly history: readonly StoredRevision[];
}

function pastRecord(row: RecordRow): PastRecord {
  return {
    id: row.id,
    type: row.type,
    externalId: row.external_id,
    name: `${row.source_id} ${row.type} ${row.external_id}`,
    history: historyFromStore(row.history),
  };
}
