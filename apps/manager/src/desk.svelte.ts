import type { MetricsReply, Session } from '@bellwether/contracts';
import {
  BellwetherApi,
  dayText,
  judgeFreshness,
  keyOfPasted,
  LiveConnection,
  MeasureDictionary,
  momentText,
  openLiveSocket,
  RecentWins,
  Toasts,
  valueOfAddress,
} from '@bellwether/ui';
import type { DeskMemory } from './desk-memory.js';
import { DrawerSubject } from './explain/drawer-subject.svelte.js';
import { StatusWatch } from './page/status-watch.svelte.js';
import { Inbox } from './parked/inbox.svelte.js';
import { People } from './people/people.svelte.js';
import { Sources } from './sources/sources.svelte.js';
import { Standing } from './standing/standing.svelte.js';
import { Pairing } from './walls/pairing.svelte.js';
import { pairingAsked } from './walls/pairing-code.js';
import { Walls } from './walls/walls.svelte.js';

/** Where a desk is on its way to its floor. */
export type DeskState =
  'setup' | 'starting' | 'waiting' | 'no-key' | 'bad-key' | 'not-a-desk' | 'open';

const KNOCK_AGAIN_MS = 5_000;

/** Everything of a desk that is signed in. */
export interface Floor {
  readonly api: BellwetherApi;
  readonly session: Session;
  readonly metrics: MetricsReply['metrics'];
  readonly words: MeasureDictionary;
  readonly connection: LiveConnection;
  readonly status: StatusWatch;
  readonly standing: Standing;
  readonly wins: RecentWins;
  readonly people: People;
  readonly inbox: Inbox;
  readonly sources: Sources;
  readonly walls: Walls;
  readonly pairing: Pairing;
  readonly drawer: DrawerSubject;
}

/** The life of a desk: from its link to its floor. */
export class Desk {
  state = $state<DeskState>('starting');
  floor = $state.raw<Floor | null>(null);
  setupToken = $state<string | null>(null);
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
    readonly memory: DeskMemory,
  ) {}

  start(): void {
    this.#tick();
    this.setupToken = valueOfAddress(this.hash, 'setup');
    if (this.setupToken !== null) {
      this.state = 'setup';
      return;
    }
    this.hear(this.hash);
    const key = valueOfAddress(this.hash, 'key') ?? this.memory.key;
    if (key === null) this.state = 'no-key';
    else this.signIn(key);
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

  signIn(key: string): void {
    this.state = 'starting';
    void this.#knock(key);
  }

  close(): void {
    clearTimeout(this.#knocking);
    clearTimeout(this.#second);
    this.toasts.close();
    this.#leave();
  }

  async #knock(key: string): Promise<void> {
    clearTimeout(this.#knocking);
    const api = new BellwetherApi(key, undefined, () => this.#refused());
    const [session, metrics] = await Promise.all([api.session(), api.metrics()]);
    if (session.kind === 'refused') return;
    if (session.kind === 'unreachable' || metrics.kind === 'unreachable') {
      if (this.floor === null) this.state = 'waiting';
      this.#knocking = setTimeout(() => void this.#knock(key), KNOCK_AGAIN_MS);
      return;
    }
    if (session.body.role !== 'owner' || metrics.kind !== 'done') {
      this.otherRole = session.body.role;
      this.state = 'not-a-desk';
      return;
    }
    this.memory.key = key;
    this.#open(key, api, session.body, metrics.body.metrics);
  }

  #refused(): void {
    clearTimeout(this.#knocking);
    this.#leave();
    this.memory.key = null;
    this.state = 'bad-key';
  }

  #open(key: string, api: BellwetherApi, session: Session, metrics: MetricsReply['metrics']): void {
    this.#leave();
    const socket = openLiveSocket(window.location.origin, key);
    const connection = new LiveConnection(socket, () => performance.now());
    const standing = new Standing(socket, api);
    const walls = new Walls(api);
    const floor: Floor = {
      api,
      session,
      metrics,
      words: new MeasureDictionary(metrics),
      connection,
      status: new StatusWatch(api),
      standing,
      wins: new RecentWins(socket),
      people: new People(api),
      inbox: new Inbox(api),
      sources: new Sources(api),
      walls,
      pairing: new Pairing(walls),
      drawer: new DrawerSubject(api),
    };
    const kept = this.memory.choice;
    const known = metrics.some(({ key: metric }) => metric === kept?.metric);
    const first = metrics[0]?.key ?? 'revenue_won';
    standing.show(
      kept && known
        ? { ...kept, key: null }
        : { metric: first, period: 'month', key: null, competitors: 'reps', team: null },
    );
    this.floor = floor;
    this.state = 'open';
    this.#bringCode();
    connection.start();
    void floor.status.look();
    this.reload();
  }

  /** Reads again what no socket keeps up to date. */
  reload(): void {
    const { floor } = this;
    if (!floor) return;
    for (const part of [floor.people, floor.inbox, floor.sources, floor.walls]) void part.load();
  }

  #bringCode(): void {
    if (!this.floor || this.codeBrought === null) return;
    this.floor.pairing.summon(this.codeBrought);
    this.codeBrought = null;
  }

  #leave(): void {
    const { floor } = this;
    if (!floor) return;
    floor.drawer.close();
    floor.standing.close();
    floor.wins.close();
    floor.status.close();
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
