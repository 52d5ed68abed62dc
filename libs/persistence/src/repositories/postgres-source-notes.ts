import { setTimeout as pause } from 'node:timers/promises';
import type { SecretUse, SourceNotes, TurnedAway } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

/** Written together: a flood costs one statement in this time, whatever arrives. */
const APART_MS = 1_000;
/** Of each source and kind, the newest of what is written together. */
const NEWEST = 20;
/** Of each source and kind, what the log remembers. */
const REMEMBERED = 100;

interface Flood {
  newest: TurnedAway[];
  count: number;
}

/**
 * What intake notices, in PostgreSQL. Noting is pushing into memory of a fixed size; what was noted is
 * written a second later, in one go, and the oldest makes room.
 */
export class PostgresSourceNotes implements SourceNotes {
  #floods = new Map<string, Flood>();
  #uses = new Map<string, SecretUse>();
  #writing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    /** Hears of notes that could not be written; they are given up. */
    private readonly onError: (error: unknown) => void,
    private readonly apartMs = APART_MS,
  ) {}

  turnedAway(request: TurnedAway): void {
    const name = `${request.sourceId} ${request.kind}`;
    const flood = this.#floods.get(name) ?? { newest: [], count: 0 };
    this.#floods.set(name, flood);
    flood.count += 1;
    flood.newest.push(request);
    if (flood.newest.length > NEWEST) flood.newest.shift();
    this.#writeSoon();
  }

  secretUsed(use: SecretUse): void {
    this.#uses.set(`${use.sourceId} ${use.which}`, use);
    this.#writeSoon();
  }

  /** Until everything noted so far is written, or given up. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #writeSoon(): void {
    this.#writing ??= pause(this.apartMs)
      .then(() => this.#write())
      .catch(this.onError)
      .finally(() => {
        this.#writing = undefined;
        if (this.#floods.size + this.#uses.size > 0) this.#writeSoon();
      });
  }

  async #write(): Promise<void> {
    const [floods, uses] = [this.#floods, this.#uses];
    this.#floods = new Map();
    this.#uses = new Map();
    const ofOrganisation = new Map<OrganisationId, Flood[]>();
    for (const flood of floods.values()) {
      const organisationId = flood.newest[0]?.organisationId;
      if (organisationId === undefined) continue;
      const others = ofOrganisation.get(organisationId) ?? [];
      ofOrganisation.set(organisationId, [...others, flood]);
    }
    for (const [organisationId, its] of ofOrganisation) {
      await this.#writeRequests(organisationId, its);
    }
    for (const use of uses.values()) await this.#writeUse(use);
  }

  async #writeRequests(organisationId: OrganisationId, floods: readonly Flood[]): Promise<void> {
    const rows = floods.flatMap(({ newest }) =>
      newest.map(({ sourceId, at, kind, reason, size, body }) => ({
        s: sourceId,
        a: new Date(at).toISOString(),
        k: kind,
        r: reason.slice(0, 500),
        z: size,
        b: body,
      })),
    );
    const counts = floods.flatMap(({ newest, count }) => {
      const last = newest.at(-1);
      return last?.kind === 'refused'
        ? [
            {
              s: last.sourceId,
              a: new Date(last.at).toISOString(),
              n: count,
            },
          ]
        : [];
    });
    await sql`
      with hours as (
        insert into refusal_hour (organisation_id, source_id, hour, refused, last_at)
        select ${organisationId}::integer, s, date_trunc('hour', a), n, a from json_to_recordset(${JSON.stringify(counts)}::json)
          as item (s integer, a timestamptz, n bigint)
        on conflict (source_id, hour) do update
          set refused = refusal_hour.refused + excluded.refused,
            last_at = greatest(refusal_hour.last_at, excluded.last_at)
      )
      insert into turned_away (organisation_id, source_id, at, kind, reason, size, body)
      select ${organisationId}::integer, s, a, k, r, z, b from json_to_recordset(${JSON.stringify(rows)}::json)
        as item (s integer, a timestamptz, k text, r text, z integer, b text)
    `.execute(this.database.of(organisationId));
    await this.#makeRoom(organisationId, [...new Set(rows.map(({ s }) => s))]);
  }

  async #makeRoom(organisationId: OrganisationId, sourceIds: readonly number[]): Promise<void> {
    await sql`
      delete from turned_away using (
        select id, row_number() over (partition by source_id, kind order by at desc, id desc) as place
        from turned_away where source_id = any (${[...sourceIds]}::integer[])
      ) ranked
      where turned_away.id = ranked.id and ranked.place > ${REMEMBERED}
    `.execute(this.database.of(organisationId));
    await sql`
      delete from refusal_hour
      where source_id = any (${[...sourceIds]}::integer[]) and hour < now() - interval '8 days'
    `.execute(this.database.of(organisationId));
  }

  async #writeUse({ organisationId, sourceId, which, at }: SecretUse): Promise<void> {
    const used = new Date(at).toISOString();
    await this.database
      .of(organisationId)
      .updateTable('source')
      .set(which === 'old' ? { old_secret_used_at: used } : { new_secret_used_at: used })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', sourceId)
      .execute();
  }
}
