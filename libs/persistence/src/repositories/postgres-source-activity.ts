import type { Activity, SourceActivity } from '@bellwether/application';
import type { Instant, OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { SourceRow } from './source-row.js';
import { SOURCE_COLUMNS, sourceFromRow } from './source-row.js';

const DAY_MS = 86_400_000;
/** By so much of its past a source's rhythm is judged. */
const RHYTHM_MS = 28 * DAY_MS;
/** Moments at the most; the older ones of a source that sends all day tell nothing new. */
const MOST_MOMENTS = 400;
const NEWEST = 20;
/** Longer ones tell no age. */
const MOST_BYTES = 20_000;

/** What sources did lately, from PostgreSQL. */
export class PostgresSourceActivity implements SourceActivity {
  constructor(private readonly database: Database) {}

  async read(organisationId: OrganisationId, now: Instant): Promise<readonly Activity[]> {
    const sources = await this.database
      .of(organisationId)
      .selectFrom('source')
      .innerJoin('organisation', 'organisation.id', 'source.organisation_id')
      .select(SOURCE_COLUMNS)
      .select([
        'source.old_secret_used_at',
        'source.new_secret_used_at',
        'source.silent_after_minutes',
      ])
      .where('source.organisation_id', '=', organisationId)
      .orderBy('source.id')
      .execute();
    return Promise.all(sources.map((row) => this.#activity(organisationId, row, now)));
  }

  async #activity(
    organisationId: OrganisationId,
    row: SourceRow & {
      readonly old_secret_used_at: Instant | null;
      readonly new_secret_used_at: Instant | null;
      readonly silent_after_minutes: number | null;
    },
    now: Instant,
  ): Promise<Activity> {
    const [sentAt, newest, counts] = await Promise.all([
      this.#sentAt(organisationId, row.id, now),
      this.#newest(organisationId, row.id),
      this.#counts(organisationId, row.id, now),
    ]);
    return {
      // Sealed as they lie there: it is told how many there are.
      source: sourceFromRow(row, row.secrets),
      oldSecretUsedAt: row.old_secret_used_at,
      newSecretUsedAt: row.new_secret_used_at,
      silentAfterMinutes: row.silent_after_minutes,
      sentAt,
      newest,
      ...counts,
    };
  }

  /** Steps back through the index, a quarter of an hour at a time: what it holds in between costs nothing. */
  async #sentAt(
    organisationId: OrganisationId,
    sourceId: number,
    now: Instant,
  ): Promise<readonly Instant[]> {
    const { rows } = await sql<{ at: Instant }>`
      with recursive moment (at, number) as (
        (select received_at, 1 from inbox
          where source_id = ${sourceId} and organisation_id = ${organisationId} and not test
          order by received_at desc, id desc limit 1)
        union all
        select earlier.received_at, moment.number + 1 from moment cross join lateral (
          select received_at from inbox
          where source_id = ${sourceId} and organisation_id = ${organisationId} and not test
            and received_at < moment.at - interval '15 minutes'
            and received_at > ${new Date(now - RHYTHM_MS).toISOString()}
          order by received_at desc, id desc limit 1
        ) earlier
        where moment.number < ${MOST_MOMENTS}
      )
      select at from moment order by at
    `.execute(this.database.of(organisationId));
    return rows.map(({ at }) => at);
  }

  async #newest(organisationId: OrganisationId, sourceId: number): Promise<Activity['newest']> {
    const { rows } = await sql<Activity['newest'][number]>`
      select delivery_key as key, received_at as "arrivedAt",
        case when octet_length(body) <= ${MOST_BYTES} then body end as body
      from inbox where source_id = ${sourceId} and organisation_id = ${organisationId} and not test
      order by received_at desc, id desc limit ${NEWEST}
    `.execute(this.database.of(organisationId));
    return rows;
  }

  async #counts(
    organisationId: OrganisationId,
    sourceId: number,
    now: Instant,
  ): Promise<Pick<Activity, 'refused' | 'refusedAt' | 'parked' | 'held'>> {
    const since = new Date(now - DAY_MS).toISOString();
    const { rows } = await sql<Pick<Activity, 'refused' | 'refusedAt' | 'parked' | 'held'>>`
      select
        (select coalesce(sum(refused), 0)::bigint from refusal_hour
          where source_id = ${sourceId} and organisation_id = ${organisationId}
            and hour > ${since}) as refused,
        (select max(last_at) from refusal_hour
          where source_id = ${sourceId} and organisation_id = ${organisationId}) as "refusedAt",
        (select count(*) from parked where organisation_id = ${organisationId}
          and source_id = ${sourceId} and resolved_at is null and ignored_at is null
          and parked_at > ${since}) as parked,
        (select count(*) from inbox_held where source_id = ${sourceId}
          and organisation_id = ${organisationId}) as held
    `.execute(this.database.of(organisationId));
    return rows[0] ?? { refused: 0, refusedAt: null, parked: 0, held: 0 };
  }
}
