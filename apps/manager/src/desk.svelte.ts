import type { MetricsReply, Session } from '@bellwether/contracts';
import {
  BellwetherApi,
  dayText,
  judgeFreshness,
  keyOfPasted,
  LiveConnection,
  momentText,
  openLiveSocket,
  RecentWins,
  Toasts,
  valueOfAddress,
} from '@bellwether/ui';
import type { MeasureDictionary } from '@bellwether/ui';
import type { DeskMemory } from './desk-memory.js';
import { Changes } from './changes/changes.svelte.js';
import { DrawerSubject } from './explain/drawer-subject.svelte.js';
import { pageOf } from './pages/desk-pages.js';
import type { DeskRouter } from './pages/desk-router.svelte.js';
import { FLOOR_PARTS, type FloorPart } from './pages/floor-parts.js';
import { StatusWatch } from './page/status-watch.svelte.js';
import { Inbox } from './parked/inbox.svelte.js';
import { Members } from './members/members.svelte.js';
import { Library } from './metrics/library/library.svelte.js';
import { OwnMetrics } from './metrics/builder/own-metrics.svelte.js';
import { Metrics } from './metrics/metrics.svelte.js';
import { RescoringWatch } from './metrics/rescoring-watch.svelte.js';
import { People } from './people/people.svelte.js';
import { Scorecards } from './scorecards/scorecards.svelte.js';
import { House } from './settings/house.svelte.js';
import { Sources } from './sources/sources.svelte.js';
import { Standing } from './standing/standing.svelte.js';
import { Pairing } from './walls/pairing.svelte.js';
import { refusalIn } from './sign-in/refusal-in.js';
import { pairingAsked } from './walls/pairing-code.js';
import { Walls } from './walls/walls.svelte.js';

/** Where a desk is on its way to its floor. */
export type DeskState =
  | 'setup'
  | 'invited'
  | 'resetting'
  | 'starting'
  | 'waiting'
  | 'no-key'
  | 'bad-key'
  | 'not-a-desk'
  | 'open';

const KNOCK_AGAIN_MS = 5_000;
const DESK_ROLES: readonly Session['role'][] = ['owner', 'admin', 'manager', 'viewer'];

/** What a link can bring somebody here for, before there is a floor. */
const ERRANDS = [
  ['setup', 'setup'],
  ['invitation', 'invited'],
  ['reset', 'resetting'],
] as const;

/** Everything of a desk that is signed in. */
export interface Floor {
  readonly api: BellwetherApi;
  readonly session: Session;
  /** Whether whoever sits here may do this, by its name in the table of access: `screens.manage`. */
  readonly may: (permission: string) => boolean;
  readonly metrics: Metrics;
  readonly library: Library;
  readonly ownMetrics: OwnMetrics;
  readonly rescoring: RescoringWatch;
  readonly words: MeasureDictionary;
  readonly connection: LiveConnection;
  readonly status: StatusWatch;
  readonly standing: Standing;
  readonly wins: RecentWins;
  readonly people: People;
  readonly inbox: Inbox;
  readonly members: Members;
  readonly scorecards: Scorecards;
  readonly sources: Sources;
  readonly walls: Walls;
  readonly pairing: Pairing;
  readonly changes: Changes;
  readonly house: House;
  readonly drawer: DrawerSubject;
}

/** The life of a desk: from its link to its floor. */
export class Desk {
  state = $state<DeskState>('starting');
  floor = $state.raw<Floor | null>(null);
  /** Of the link that brought somebody here to set up, to join, or to choose a new password. */
  token = $state<string | null>(null);
  /** What an identity provider, or we, said no with. */
  notice = $state<string | null>(null);
  /** What role a key has that opens something else. */
  otherRole = $state<Session['role'] | null>(null);
  /** The code of a screen that an address asked to be paired, kept until there is a floor; '' without one. */
  codeBrought = $state<string | null>(null);
  /** The server's clock, once a second. */
  now = $state<number | null>(null);
  readonly toasts = new Toasts();
  #knocking: ReturnType<typeof setTimeout> | undefined;
  #second: ReturnType<typeof setTimeout> | undefined;

  readonly place = $derived({
    timeZone: this.floor?.session.organisation.timeZone ?? 'UTC',
    locale: this.floor?.session.organisation.locale ?? 'en-IE',
  });
  readonly today = $derived(this.now === null ? null : dayText(this.now, this.place.timeZone));
  readonly isCut = $derived(
    this.floor?.connection.line === 'lost' || this.floor?.connection.line === 'refused',
  );
  /** How far the numbers reach. */
  readonly asOf = $derived.by(() => {
    const beat = this.floor?.connection.beat?.asOf ?? null;
    const told = this.floor?.standing.snapshot?.freshness.asOf ?? null;
    return beat === null || told === null ? (beat ?? told) : Math.max(beat, told);
  });
  readonly note = $derived(
    judgeFreshness({
      now: this.now,
      asOf: this.asOf,
      lostAt: this.isCut ? (this.floor?.connection.lostAt ?? this.asOf) : null,
      ...this.place,
    }),
  );
  /** When what is shown was last known to be true; null while it is. */
  readonly trueAt = $derived.by(() => {
    if (!this.isCut) return null;
    const at = this.asOf ?? this.floor?.connection.lostAt ?? null;
    return at === null
      ? null
      : momentText(at, this.now ?? at, this.place.timeZone, this.place.locale);
  });

  constructor(
    private readonly hash: string,
    private readonly search: string,
    readonly memory: DeskMemory,
    readonly router: DeskRouter,
  ) {}

  start(): void {
    this.#tick();
    this.router.start();
    for (const [name, state] of ERRANDS) {
      this.token = valueOfAddress(this.hash, name);
      if (this.token === null) continue;
      this.state = state;
      return;
    }
    this.hear(this.hash);
    this.notice = refusalIn(this.search);
    this.signIn(valueOfAddress(this.hash, 'key') ?? this.memory.key);
  }

  /** Somebody signed in this moment: the browser proves it from now on. */
  enter(): void {
    this.memory.key = null;
    this.notice = null;
    window.history.replaceState(null, '', window.location.pathname);
    this.signIn(null);
  }

  /** To where one signs in. */
  toTheDoor(): void {
    this.#leave();
    this.token = null;
    this.state = 'no-key';
    window.history.replaceState(null, '', window.location.pathname);
  }

  /** An address asks for a screen to be paired: `#pair=HK7P-RM4X`, or `#pair` without its code. */
  hear(hash: string): void {
    this.codeBrought = pairingAsked(hash) ?? this.codeBrought;
    this.#bringCode();
  }

  /** With a key, or with whatever somebody pasted that holds one. False when there is none in it. */
  paste(text: string): boolean {
    const key = keyOfPasted(text);
    if (key === null) return false;
    this.signIn(key);
    return true;
  }

  /** Without a key: as whoever signed in with this browser. */
  signIn(key: string | null): void {
    this.state = 'starting';
    void this.#knock(key);
  }

  close(): void {
    clearTimeout(this.#knocking);
    clearTimeout(this.#second);
    this.toasts.close();
    this.router.close();
    this.#leave();
  }

  async #knock(key: string | null): Promise<void> {
    clearTimeout(this.#knocking);
    const changed = () => this.#readChanges();
    const api = new BellwetherApi(key, undefined, () => this.#refused(key), changed);
    const [session, metrics] = await Promise.all([api.session(), api.metrics()]);
    if (session.kind === 'refused') return;
    if (session.kind === 'unreachable' || metrics.kind === 'unreachable') {
      if (this.floor === null) this.state = 'waiting';
      this.#knocking = setTimeout(() => void this.#knock(key), KNOCK_AGAIN_MS);
      return;
    }
    if (session.body.role === 'rep' && session.body.account !== null) {
      window.location.replace('/phone/');
      return;
    }
    if (!DESK_ROLES.includes(session.body.role) || metrics.kind !== 'done') {
      this.otherRole = session.body.role;
      this.state = 'not-a-desk';
      return;
    }
    this.memory.key = key;
    this.#open(key, api, session.body, metrics.body.metrics);
  }

  #refused(key: string | null): void {
    clearTimeout(this.#knocking);
    const wasInside = this.floor !== null;
    this.#leave();
    this.memory.key = null;
    // Who has never been in here is asked to sign in, and told of nothing that ended.
    this.state = key !== null || wasInside ? 'bad-key' : 'no-key';
  }

  #open(
    key: string | null,
    api: BellwetherApi,
    session: Session,
    metrics: MetricsReply['metrics'],
  ): void {
    this.#leave();
    const socket = openLiveSocket(window.location.origin, key);
    const connection = new LiveConnection(socket, () => performance.now());
    const standing = new Standing(socket, api);
    const walls = new Walls(api);
    const known = new Metrics(api, metrics);
    const rescoring = new RescoringWatch(api);
    const floor: Floor = {
      api,
      session,
      may: (permission) => session.may.includes(permission),
      metrics: known,
      library: new Library(api, known, rescoring),
      ownMetrics: new OwnMetrics(api, known, rescoring),
      rescoring,
      get words() {
        return known.words;
      },
      connection,
      status: new StatusWatch(api),
      standing,
      wins: new RecentWins(socket),
      people: new People(api, session.role === 'manager' ? session.teamIds : null),
      inbox: new Inbox(api),
      members: new Members(api),
      scorecards: new Scorecards(api),
      sources: new Sources(api),
      walls,
      pairing: new Pairing(walls),
      changes: new Changes(api),
      house: new House(api),
      drawer: new DrawerSubject(api),
    };
    const kept = this.memory.choice;
    const { mine } = known;
    const isKnown = mine.some(({ key: metric }) => metric === kept?.metric);
    const first = mine[0]?.key ?? 'revenue_won';
    standing.show(
      kept && isKnown
        ? { ...kept, key: null }
        : { metric: first, period: 'month', key: null, competitors: 'reps', team: null },
    );
    this.floor = floor;
    this.state = 'open';
    this.#bringCode();
    connection.start();
    if (floor.may('status.read')) void floor.status.look();
  }

  /** Reads again what no socket keeps up to date, of every page and of the one that is open. */
  reload(): void {
    this.read([...new Set<FloorPart>(['people', ...this.#reads])]);
  }

  /** Reads again what the open page shows. */
  readPage(): void {
    this.read(this.#reads);
  }

  /** As far as whoever sits here may. */
  read(parts: readonly FloorPart[]): void {
    const { floor } = this;
    if (!floor) return;
    for (const part of parts) if (floor.may(FLOOR_PARTS[part])) void floor[part].load();
  }

  get #reads(): readonly FloorPart[] {
    return pageOf(this.router.page)?.reads ?? [];
  }

  #readChanges(): void {
    if (this.#reads.includes('changes')) this.read(['changes']);
  }

  #bringCode(): void {
    if (!this.floor || this.codeBrought === null) return;
    if (this.floor.may('screens.manage')) {
      this.router.turn('screens');
      this.floor.pairing.summon(this.codeBrought);
    }
    this.codeBrought = null;
  }

  #leave(): void {
    const { floor } = this;
    if (!floor) return;
    floor.drawer.close();
    floor.standing.close();
    floor.wins.close();
    floor.status.close();
    floor.rescoring.close();
    floor.connection.close();
    this.floor = null;
  }

  /** Ticks with the server's seconds. */
  #tick(): void {
    const now = this.floor?.connection.clock.now() ?? null;
    this.now = now;
    this.#second = setTimeout(() => this.#tick(), 1000 - ((now ?? Date.now()) % 1000) + 5);
  }
}
