import type { MetricsReply, Session } from '@bellwether/contracts';
import {
  BellwetherApi,
  dayText,
  judgeFreshness,
  keyOfPasted,
  LiveConnection,
  momentText,
  valueOfAddress,
} from '@bellwether/ui';
import { LateSocket } from './life/late-socket.js';
import type { Person, PhoneMemory } from './life/phone-memory.js';
import { Scorecard } from './score/scorecard.svelte.js';
import type { Period } from './score/periods.js';

/** Where a phone is on its way to its numbers. */
export type PhoneState = 'starting' | 'waiting' | 'no-key' | 'bad-key' | 'not-a-phone' | 'open';

const KNOCK_AGAIN_MS = 5_000;
const KEEP_EVERY_MS = 5_000;
/** A phone that slept finds out late that its line is dead; the server beats every two seconds. */
const DEAD_AFTER_MS = 6_000;

/** Everything of a phone that knows whose it is. */
export interface Open {
  readonly api: BellwetherApi;
  readonly session: Session;
  readonly personId: number;
  readonly metrics: MetricsReply['metrics'];
  readonly connection: LiveConnection;
  readonly card: Scorecard;
}

/** The life of a phone: from its link to its numbers, with the server or without. */
export class Phone {
  state = $state<PhoneState>('starting');
  open = $state.raw<Open | null>(null);
  /** What role a key has that opens something else. */
  otherRole = $state<Session['role'] | null>(null);
  /** The server's clock, once a second. */
  now = $state<number | null>(null);
  #told = $state.raw<Person | null>(null);
  #knocking: ReturnType<typeof setTimeout> | undefined;
  #fetching: ReturnType<typeof setTimeout> | undefined;
  #second: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setInterval> | undefined;

  readonly place = $derived({
    timeZone: this.open?.session.organisation.timeZone ?? 'UTC',
    locale: this.open?.session.organisation.locale ?? 'en-IE',
  });
  readonly isCut = $derived(
    this.open?.connection.line === 'lost' || this.open?.connection.line === 'refused',
  );
  /** Whose numbers these are; null until somebody has said it. */
  readonly person = $derived.by<Person | null>(() => this.open?.card.ownRow ?? this.#told);
  readonly today = $derived(dayText(this.now ?? Date.now(), this.place.timeZone));
  readonly note = $derived(
    judgeFreshness({
      // Without a server the phone's own clock has to do.
      now: this.now ?? (this.isCut ? Date.now() : null),
      asOf: this.open?.card.asOf ?? null,
      lostAt: this.isCut ? this.#trueSince() : null,
      ...this.place,
    }),
  );
  /** When what is shown was last known to be true; null while it is. */
  readonly trueAt = $derived.by(() => {
    const at = this.isCut ? this.#trueSince() : null;
    const { timeZone, locale } = this.place;
    return at === null ? null : momentText(at, this.now ?? Date.now(), timeZone, locale);
  });

  constructor(
    private readonly hash: string,
    private readonly memory: PhoneMemory,
  ) {}

  start(): void {
    this.#tick();
    this.#keeping = setInterval(() => this.keep(), KEEP_EVERY_MS);
    const key = valueOfAddress(this.hash, 'key') ?? this.memory.key;
    if (key === null) this.state = 'no-key';
    else this.signIn(key);
  }

  /** With whatever somebody pasted that holds a key. False when there is none in it. */
  paste(text: string): boolean {
    const key = keyOfPasted(text);
    if (key === null) return false;
    this.signIn(key);
    return true;
  }

  signIn(key: string): void {
    this.state = 'starting';
    const kept = this.memory.key === key ? this.memory.phone : null;
    if (this.memory.key !== key) this.memory.forget();
    // Known from before: the last numbers at once, and the socket finds the server.
    if (kept) this.#enter(key, kept.session, kept.metrics);
    void this.#knock(key);
  }

  show(period: Period): void {
    this.memory.period = period;
    this.open?.card.show(period);
  }

  keep(): void {
    const { open } = this;
    if (open?.connection.line !== 'open') return;
    open.card.keep();
    const now = open.connection.clock.now();
    if (now !== null) this.memory.heardAt = open.card.asOf ?? now;
  }

  /** The phone is in a hand again, or has a network again: it does not wait to find out by itself. */
  wake(): void {
    const { open } = this;
    if (!open) return;
    const { socket, beat, clock } = open.connection;
    const now = clock.now();
    const isAlive =
      socket.connected && beat !== null && now !== null && now - beat.now < DEAD_AFTER_MS;
    if (isAlive) return;
    socket.disconnect();
    socket.connect();
  }

  /** The line was refused: ask whether the key ever opens anything again. */
  recheck(): void {
    const { key } = this.memory;
    if (key !== null) void this.#knock(key);
  }

  close(): void {
    clearTimeout(this.#knocking);
    clearTimeout(this.#second);
    clearInterval(this.#keeping);
    this.#leave();
  }

  async #knock(key: string): Promise<void> {
    clearTimeout(this.#knocking);
    const api = new BellwetherApi(key, undefined, () => this.#refused());
    const [session, metrics] = await Promise.all([api.session(), api.metrics()]);
    if (session.kind === 'refused') {
      if (session.problem.code !== 'unsigned') this.#knockLater(key);
      return;
    }
    if (session.kind === 'unreachable' || metrics.kind !== 'done') {
      this.#knockLater(key);
      return;
    }
    if (session.body.personId === null) {
      this.#leave();
      this.otherRole = session.body.role;
      this.state = 'not-a-phone';
      return;
    }
    this.memory.key = key;
    this.memory.phone = { session: session.body, metrics: metrics.body.metrics };
    this.#enter(key, session.body, metrics.body.metrics);
  }

  #knockLater(key: string): void {
    if (this.open === null) this.state = 'waiting';
    clearTimeout(this.#knocking);
    this.#knocking = setTimeout(() => void this.#knock(key), KNOCK_AGAIN_MS);
  }

  #refused(): void {
    clearTimeout(this.#knocking);
    this.#leave();
    this.memory.forget();
    this.state = 'bad-key';
  }

  #enter(key: string, session: Session, metrics: MetricsReply['metrics']): void {
    const { personId } = session;
    if (personId === null) return;
    this.state = 'open';
    // What is open already goes on: most knocks only confirm what was kept.
    if (this.open && isSame(this.open, session, metrics)) return;
    this.#leave();
    const api = new BellwetherApi(key, undefined, () => this.#refused());
    const line = new LateSocket();
    const local = () => performance.now();
    const connection = new LiveConnection(line.asSocket, local, this.memory.heardAt);
    const card = new Scorecard(personId, metrics, connection, api, this.memory);
    card.show(this.memory.period ?? 'day');
    this.#told = this.memory.person;
    this.open = { api, session, personId, metrics, connection, card };
    connection.start();
    void this.#askName(this.open);
    void this.#openLine(line, key, card);
  }

  /** The line's code comes by itself; without a network, as soon as there is one. */
  async #openLine(line: LateSocket, key: string, card: Scorecard): Promise<void> {
    try {
      const { openLine } = await import('./life/open-line.js');
      if (this.open?.card === card) openLine(line, key);
    } catch {
      this.#fetching = setTimeout(() => void this.#openLine(line, key, card), KNOCK_AGAIN_MS);
    }
  }

  /** Whoever has nothing counted yet is on no board, and has a name all the same. */
  async #askName({ api, personId, metrics }: Open): Promise<void> {
    const metric = metrics[0]?.key;
    if (metric === undefined) return;
    const answer = await api.explain({ person: personId, metric, period: 'day', limit: 1 });
    if (answer.kind !== 'done' || this.open?.api !== api) return;
    const { id, name } = answer.body.person;
    const known = this.#told?.id === id ? this.#told : null;
    this.#told = { id, name, photoUrl: known?.photoUrl ?? null, team: known?.team ?? null };
  }

  #trueSince(): number | null {
    return this.open?.card.asOf ?? this.open?.connection.lostAt ?? null;
  }

  #leave(): void {
    clearTimeout(this.#fetching);
    const { open } = this;
    if (!open) return;
    open.card.close();
    open.connection.close();
    this.open = null;
  }

  /** Ticks with the server's seconds. */
  #tick(): void {
    const now = this.open?.connection.clock.now() ?? null;
    this.now = now;
    this.#second = setTimeout(() => this.#tick(), 1000 - ((now ?? Date.now()) % 1000) + 5);
  }
}

function isSame(open: Open, session: Session, metrics: MetricsReply['metrics']): boolean {
  return (
    JSON.stringify(open.session) === JSON.stringify(session) &&
    JSON.stringify(open.metrics) === JSON.stringify(metrics)
  );
}
