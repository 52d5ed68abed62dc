import type { MetricsReply, Session } from '@bellwether/contracts';
import {
  BellwetherApi,
  dayText,
  judgeFreshness,
  keyOfPasted,
  momentText,
  valueOfAddress,
} from '@bellwether/ui';
import { BY_ACCOUNT, keyToSend } from './life/by-account.js';
import type { PhoneMemory } from './life/phone-memory.js';
import { Opened } from './opened.svelte.js';
import type { Period } from './score/periods.js';

/** Where a phone is on its way to its numbers. */
export type PhoneState =
  'starting' | 'waiting' | 'no-key' | 'bad-key' | 'not-a-phone' | 'left' | 'open';

const KNOCK_AGAIN_MS = 5_000;
const KEEP_EVERY_MS = 5_000;

/** The life of a phone: from its link to its numbers, with the server or without. */
export class Phone {
  state = $state<PhoneState>('starting');
  open = $state.raw<Opened | null>(null);
  /** What role a key has that opens something else. */
  otherRole = $state<Session['role'] | null>(null);
  /** The server's clock, once a second. */
  now = $state<number | null>(null);
  #knocking: ReturnType<typeof setTimeout> | undefined;
  #second: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setInterval> | undefined;

  readonly place = $derived({
    timeZone: this.open?.session.organisation.timeZone ?? 'UTC',
    locale: this.open?.session.organisation.locale ?? 'en-IE',
  });
  readonly isCut = $derived(
    this.open?.connection.line === 'lost' || this.open?.connection.line === 'refused',
  );
  readonly person = $derived(this.open?.person ?? null);
  readonly today = $derived(dayText(this.now ?? Date.now(), this.place.timeZone));
  readonly note = $derived(
    judgeFreshness({
      // Without a server the phone's own clock has to do.
      now: this.now ?? (this.isCut ? Date.now() : null),
      asOf: this.open?.asOf ?? null,
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

  /** Whether a later start finds the key by itself. */
  get isRemembered(): boolean {
    return this.memory.key !== null;
  }

  start(): void {
    this.#tick();
    this.#keeping = setInterval(() => this.open?.keep(), KEEP_EVERY_MS);
    this.signIn(valueOfAddress(this.hash, 'key') ?? this.memory.key ?? BY_ACCOUNT);
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
    this.open?.numbers.show(period);
  }

  /**
   * Signs out whoever came by their account, and forgets what is remembered. A link stays good: only this
   * phone does not know it any more. Null when it is done, else why not.
   */
  async leave(): Promise<string | null> {
    // Where nothing can be remembered, what is open still tells how it was opened.
    if (this.memory.key === BY_ACCOUNT || this.open?.session.account) {
      const { endSession } = await import('./life/end-session.js');
      const trouble = await endSession();
      if (trouble !== null) return trouble;
    }
    clearTimeout(this.#knocking);
    this.#leave();
    this.memory.forget();
    this.state = 'left';
    window.history.replaceState(null, '', window.location.pathname);
    return null;
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
    const api = new BellwetherApi(keyToSend(key), undefined, () => this.#refused(key));
    const [session, metrics] = await Promise.all([api.session(), api.metrics()]);
    // Whoever left meanwhile is not brought back.
    if (this.state === 'left') return;
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

  #refused(key: string): void {
    if (this.state === 'left') return;
    clearTimeout(this.#knocking);
    const isNew = key === BY_ACCOUNT && this.memory.key === null && this.open === null;
    this.#leave();
    this.memory.forget();
    this.state = isNew ? 'no-key' : 'bad-key';
  }

  #enter(key: string, session: Session, metrics: MetricsReply['metrics']): void {
    const { personId } = session;
    if (personId === null) return;
    this.state = 'open';
    // What is open already goes on: most knocks only confirm what was kept.
    if (this.open?.isSame(session, metrics)) return;
    this.#leave();
    const refused = () => this.#refused(key);
    this.open = new Opened(key, session, personId, metrics, this.memory, refused);
  }

  #trueSince(): number | null {
    return this.open?.asOf ?? this.open?.connection.lostAt ?? null;
  }

  #leave(): void {
    this.open?.close();
    this.open = null;
  }

  /** Ticks with the server's seconds. */
  #tick(): void {
    const now = this.open?.connection.clock.now() ?? null;
    this.now = now;
    this.#second = setTimeout(() => this.#tick(), 1000 - ((now ?? Date.now()) % 1000) + 5);
  }
}
