import type { Audit, AuditFilter, AuditRow, AuditSubject } from '@bellwether/application';
import type { Deed, Instant, OrganisationId } from '@bellwether/domain';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';

const MOST_ACTORS = 200;

const moment = (instant: Instant) => sql<number>`to_timestamp(${instant} / 1000.0)`;

/** The audit in PostgreSQL. */
export class PostgresAudit implements Audit {
  constructor(private readonly database: Database) {}

  async list(
    organisationId: OrganisationId,
    { deed, subjectKind, subjectId, actor, from, to }: AuditFilter,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly AuditRow[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('audit')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .$if(before !== null, (query) => query.where('id', '<', before ?? 0))
      .$if(deed !== undefined, (query) => query.where('deed', '=', deed ?? ''))
      .$if(subjectKind !== undefined, (query) =>
        query.where('subject_kind', '=', subjectKind ?? ''),
      )
      .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
      .$if(actor !== undefined, (query) => query.where('actor_name', '=', actor ?? ''))
      .$if(from !== undefined, (query) => query.where('at', '>=', moment(from ?? 0)))
      .$if(to !== undefined, (query) => query.where('at', '<', moment(to ?? 0)))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(rowOf);
  }

  async actors(organisationId: OrganisationId): Promise<readonly string[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('audit')
      .select('actor_name')
      .distinct()
      .where('organisation_id', '=', organisationId)
      .orderBy('actor_name')
      .limit(MOST_ACTORS)
      .execute();
    return rows.map(({ actor_name }) => actor_name);
  }
}

function rowOf(row: Selectable<Schema['audit']>): AuditRow {
  return {
    id: row.id,
    at: row.at,
    by: { kind: row.actor_kind as AuditRow['by']['kind'], id: row.actor_id, name: row.actor_name },
    deed: row.deed as Deed,
    subject: {
      kind: row.subject_kind as AuditSubject['kind'],
      id: row.subject_id,
      name: row.subject_name,
    },
    before: row.before as AuditRow['before'],
    after: row.after as AuditRow['after'],
  };
}
