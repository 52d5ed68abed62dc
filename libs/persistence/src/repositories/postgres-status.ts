import type { Instant, OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { IS_IGNORED } from './parked-ignored.js';

export interface StatusCounts {
  readonly deliveries: number;
  readonly lastArrivedAt: Instant | null;
  readonly waiting: number;
  readonly parked: number;
  readonly entries: number;
}

/** How much of everything an organisation has. */
export class PostgresStatus {
  constructor(private readonly database: Database) {}

  async read(organisationId: OrganisationId): Promise<StatusCounts> {
    const { rows } = await sql<StatusCounts>`
      select
        (select count(*) from inbox where organisation_id = ${organisationId}) as deliveries,
        (select max(received_at) from inbox where organisation_id = ${organisationId})
          as "lastArrivedAt",
        (select count(*) from inbox_queue where organisation_id = ${organisationId}) as waiting,
        (select count(*) from parked where organisation_id = ${organisationId}
          and resolved_at is null and not ${IS_IGNORED}) as parked,
        (select seq from ledger_head where organisation_id = ${organisationId}) as entries
    `.execute(this.database.of(organisationId));
    return rows[0] ?? { deliveries: 0, lastArrivedAt: null, waiting: 0, parked: 0, entries: 0 };
  }
}
