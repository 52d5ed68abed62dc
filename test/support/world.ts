import { randomUUID } from 'node:crypto';
import type {
  BuiltMember,
  ParkedItem,
  Scored,
  ScoringRequests,
  Signals,
  Source,
  StoredMember,
} from '@bellwether/application';
import {
  AddPerson,
  FoundOrganisation,
  KeepBoards,
  DropKpi,
  ReplayParked,
  RescoreOrganisation,
  ScoreOrganisation,
  UseKpi,
  asSystem,
  membersOfBoard,
  windowTotals,
} from '@bellwether/application';
import { connectors } from '@bellwether/connectors';
import type {
  Board,
  BusinessDate,
  Instant,
  MeasureDefinition,
  Metric,
  MetricDefinition,
  OrganisationId,
  PersonId,
  TeamId,
} from '@bellwether/domain';
import { parseBoardId, resolveBoard } from '@bellwether/domain';
import type { RedisClient } from '@bellwether/leaderboard';
import { RedisBoardStore } from '@bellwether/leaderboard';
import type { Database } from '@bellwether/persistence';
import {
  PostgresDefinitions,
  PostgresDirectories,
  PostgresInbox,
  PostgresLedger,
  PostgresOrganisations,
  PostgresParked,
  PostgresPeople,
  PostgresRescorings,
  PostgresSources,
  PostgresTotals,
} from '@bellwether/persistence';
import { sql } from 'kysely';
import { randomSecrets } from './random-secrets.js';
import { unsealedSecrets } from './unsealed-secrets.js';

export interface WorldSettings {
  readonly timeZone?: string;
  readonly currency?: string;
  /** Names by team; e-mail addresses are `name@example.com`. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly measures?: readonly MeasureDefinition[];
  readonly metrics?: readonly MetricDefinition[];
  /** The first day of everybody's membership. */
  readonly since?: string;
}

/** An organisation of its own on the real database and the real Redis, and what can be done with it. */
export class World {
  readonly people = new Map<string, PersonId>();
  readonly teams = new Map<string, TeamId>();
  readonly directories: PostgresDirectories;
  readonly inbox: PostgresInbox;
  readonly ledger: PostgresLedger;
  readonly totals: PostgresTotals;
  readonly parked: PostgresParked;
  readonly store: RedisBoardStore;
  readonly boards: KeepBoards;
  readonly addPerson: AddPerson;
  readonly replay: ReplayParked;
  readonly peopleStore: PostgresPeople;
  readonly rescorings: PostgresRescorings;
  readonly definitions: PostgresDefinitions;
  readonly #useKpi: UseKpi;
  readonly #dropKpi: DropKpi;
  /** A directory is forgotten when it changes, as on a node. */
  readonly #signals: Signals = {
    send: ({ kind, organisationId }) => {
      if (kind === 'directory-changed') this.directories.forget(organisationId);
      return Promise.resolve();
    },
  };
  source!: Source;
  now: Instant = Date.UTC(2026, 10, 19, 14, 32);

  private constructor(
    readonly database: Database,
    readonly redis: RedisClient,
    readonly organisationId: OrganisationId,
    readonly prefix: string,
  ) {
    this.directories = new PostgresDirectories(database);
    this.inbox = new PostgresInbox(database);
    this.ledger = new PostgresLedger(database);
    this.totals = new PostgresTotals(database);
    this.parked = new PostgresParked(database);
    this.peopleStore = new PostgresPeople(database);
    this.store = new RedisBoardStore(redis, prefix);
    this.boards = new KeepBoards(this.store, this.ledger, this.totals, this.directories);
    this.addPerson = new AddPerson(this.peopleStore, this.parked, noRequests, noSignals);
    this.replay = new ReplayParked(this.parked, noRequests);
    this.rescorings = new PostgresRescorings(database);
    this.definitions = new PostgresDefinitions(database);
    this.#useKpi = new UseKpi(this.definitions, noRequests, this.#signals);
    this.#dropKpi = new DropKpi(this.definitions, this.#signals);
  }

  static async open(
    database: Database,
    redis: RedisClient,
    settings: WorldSettings = {},
  ): Promise<World> {
    const { timeZone = 'Europe/Dublin', currency = 'EUR', teams = {} } = settings;
    const organisations = new PostgresOrganisations(database, unsealedSecrets);
    const founded = await new FoundOrganisation(organisations, randomSecrets).execute({
      name: 'Lark & Co',
      timeZone,
      currency,
      locale: 'en-IE',
      measures: settings.measures ?? [],
      metrics: settings.metrics ?? [],
    });
    const world = new World(database, redis, founded.organisationId, `test-${randomUUID()}`);
    const source = await new PostgresSources(database, unsealedSecrets).byApiKey(
      founded.source.apiKey,
    );
    if (!source) throw new Error('the source was not made');
    world.source = source;
    for (const [team, names] of Object.entries(teams)) {
      await world.hire(team, names, settings.since ?? '2010-01-01');
    }
    return world;
  }

  /** People with a team of their own. */
  async hire(team: string, names: readonly string[], since: string): Promise<void> {
    const id = await this.peopleStore.addTeam(this.organisationId, team, TESTER);
    if (id === 'name-taken') throw new Error(`there is a team ${team} already`);
    this.teams.set(team, id);
    for (const name of names) {
      const newcomer = {
        name,
        shortName: name,
        photoUrl: null,
        identities: [{ namespace: 'email', value: `${name}@example.com` }],
        team: { id, from: since as BusinessDate },
      };
      const person = await this.addPerson.execute(this.organisationId, newcomer, TESTER);
      if (person === 'identity-taken') throw new Error(`there is a ${name} already`);
      this.people.set(name, person);
    }
  }

  /** Puts records into the inbox as if they had come over HTTP. Answers the verdicts. */
  async deliver(
    ...records: readonly object[]
  ): Promise<readonly ('accepted' | 'duplicate' | 'refused' | 'ignored')[]> {
    if (records.length === 0) return [];
    const connector = connectors(this.source.kind);
    const request = {
      method: 'POST',
      url: 'http://localhost/api/v1/events',
      headers: {},
      body: Buffer.from(JSON.stringify(records)),
    };
    const split = connector?.split(request, this.source, this.now);
    if (split?.kind !== 'items') throw new Error(`malformed: ${JSON.stringify(split)}`);
    const verdicts: ('accepted' | 'duplicate' | 'refused' | 'ignored')[] = [];
    for (const item of split.items) {
      if (item.kind !== 'item') verdicts.push(item.kind);
      else {
        const kept = await this.inbox.store([
          {
            organisationId: this.organisationId,
            sourceId: this.source.id,
            key: item.key,
            body: item.body,
            arrivedAt: this.now,
          },
        ]);
        if (kept === 'full') throw new Error('the inbox is full');
        verdicts.push(...kept);
      }
    }
    return verdicts;
  }

  /** A worker of its own, with nothing remembered. */
  worker(): ScoreOrganisation {
    return new ScoreOrganisation(this.ledger, new PostgresDirectories(this.database), connectors, {
      now: () => this.now,
    });
  }

  /** A worker of its own that counts anew, some records at a time. */
  rescorer(wholeSlice?: number): RescoreOrganisation {
    const directories = new PostgresDirectories(this.database);
    const clock = { now: () => this.now };
    return new RescoreOrganisation(this.ledger, directories, this.rescorings, clock, wholeSlice);
  }

  /** Counts anew and projects until nothing is left to count. Answers in how many slices. */
  async rescore(rescorer = this.rescorer()): Promise<number> {
    for (let slices = 0; ; slices += 1) {
      const booking = await rescorer.execute(this.organisationId);
      if (booking === 'idle') return slices;
      await this.boards.project(this.organisationId, booking);
    }
  }

  /** Has a KPI of the catalogue used; history is counted anew when somebody does it. */
  async use(key: string): Promise<void> {
    if (await this.#useKpi.execute(this.organisationId, key, TESTER)) return;
    throw new Error(`there is no KPI ${key}`);
  }

  drop(key: string): ReturnType<DropKpi['execute']> {
    return this.#dropKpi.execute(this.organisationId, key, TESTER);
  }

  /** Scores and projects all that waits. */
  async settle(worker = this.worker()): Promise<readonly Scored[]> {
    const batches: Scored[] = [];
    for (;;) {
      const scored = await worker.execute(this.organisationId);
      if (scored === 'idle') return batches;
      batches.push(scored);
      await this.boards.project(this.organisationId, scored);
    }
  }

  /** Daily totals by measure, person and day; the zero ones are as good as absent. */
  async dailyTotals(): Promise<Record<string, string>> {
    const directory = await this.directories.read(this.organisationId, Number.MAX_SAFE_INTEGER);
    const rows = await this.database
      .of(this.organisationId)
      .selectFrom('daily_total')
      .selectAll()
      .where('organisation_id', '=', this.organisationId)
      .execute();
    const keyOf = new Map(directory.measures.map(({ id, key }) => [id as number, key]));
    const nameOf = new Map([...directory.people].map(([id, { name }]) => [id as number, name]));
    return Object.fromEntries(
      rows
        .filter(({ quantity, last_at }) => quantity !== 0 || last_at !== null)
        .map((row) => [
          `${keyOf.get(row.measure_id)} ${nameOf.get(row.person_id)} ${row.date}`,
          `${row.quantity} by ${row.last_at && new Date(row.last_at).toISOString()}`,
        ])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
  }

  /** What the daily totals hold by value of the facet. */
  async dailyFacets(): Promise<readonly string[]> {
    const directory = await this.directories.read(this.organisationId, Number.MAX_SAFE_INTEGER);
    const rows = await this.database
      .of(this.organisationId)
      .selectFrom('daily_facet')
      .selectAll()
      .where('organisation_id', '=', this.organisationId)
      .where('quantity', '<>', 0)
      .execute();
    const keyOf = new Map(directory.measures.map(({ id, key }) => [id as number, key]));
    const nameOf = new Map([...directory.people].map(([id, { name }]) => [id as number, name]));
    return rows
      .map(({ measure_id, person_id, date, facet, quantity }) =>
        [keyOf.get(measure_id), nameOf.get(person_id), date, facet, quantity].join(' '),
      )
      .sort();
  }

  /** Daily totals that are not what their parts by facet add up to. */
  async unequalFacets(): Promise<readonly string[]> {
    const { rows } = await sql<{ difference: string }>`
      select total.measure_id || ' ' || total.person_id || ' ' || total.date as difference
      from daily_total total
      left join daily_facet cell using (organisation_id, measure_id, person_id, date)
      where total.organisation_id = ${this.organisationId} and total.measure_id in (
        select measure_id from daily_facet where organisation_id = ${this.organisationId})
      group by total.measure_id, total.person_id, total.date, total.quantity
      having total.quantity <> coalesce(sum(cell.quantity), 0)
    `.execute(this.database.of(this.organisationId));
    return rows.map(({ difference }) => difference);
  }

  async board(id: string): Promise<Board> {
    const ref = parseBoardId(id);
    if (!ref) throw new Error(`${id} is no board`);
    const today = new Date(this.now).toISOString().slice(0, 10) as BusinessDate;
    const { organisation } = await this.directories.read(this.organisationId);
    const board = resolveBoard(ref, today, await this.metric(ref), organisation.calendar);
    if (!board) throw new Error(`${id} is no board of this calendar`);
    return board;
  }

  async metric({ metric: wanted }: { readonly metric: string }): Promise<Metric> {
    const { metrics } = await this.directories.read(this.organisationId);
    const metric = metrics.find(({ key }) => key === wanted);
    if (!metric) throw new Error(`${wanted} is no metric`);
    return metric;
  }

  async keep(...ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const board = await this.board(id);
      await this.boards.keep(this.organisationId, board, await this.metric(board));
    }
  }

  /** What the board store shows: name → score, best first. */
  async standing(id: string): Promise<[name: string, score: number][]> {
    const board = await this.board(id);
    const members = await this.members(id);
    const directory = await this.directories.read(this.organisationId, Number.MAX_SAFE_INTEGER);
    const names: ReadonlyMap<number, { name: string }> =
      board.competitors === 'reps' ? directory.people : directory.teams;
    return members.map(({ member, score }) => [names.get(member)?.name ?? '?', score]);
  }

  async members(id: string): Promise<readonly StoredMember[]> {
    const board = await this.board(id);
    const members = await this.store.members(this.organisationId, board, await this.metric(board));
    if (!members) throw new Error(`${id} is not kept`);
    return members;
  }

  /** What the board should be, added up from the entries of the ledger. */
  async recomputed(id: string): Promise<readonly BuiltMember[]> {
    const board = await this.board(id);
    const metric = await this.metric(board);
    const { totals } = await windowTotals([metric], board, (measureIds, range) =>
      this.totals.recompute(this.organisationId, measureIds, range),
    );
    return membersOfBoard(board, metric, totals);
  }

  parkedItems(): Promise<readonly ParkedItem[]> {
    return this.parked.list(this.organisationId, {}, { after: 0, limit: 1_000 });
  }
}

/** Whoever changes something in a world. */
export const TESTER = asSystem('Test');

const noRequests: ScoringRequests = { request: () => Promise.resolve() };
const noSignals: Signals = { send: () => Promise.resolve() };
