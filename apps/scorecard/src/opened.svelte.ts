import type { MetricsReply, Session } from '@bellwether/contracts';
import { BellwetherApi, LiveConnection } from '@bellwether/ui';
import { LateSocket } from './life/late-socket.js';
import type { Person, PhoneMemory } from './life/phone-memory.js';
import { keyToSend } from './life/by-account.js';
import { Numbers } from './score/numbers.svelte.js';
import { OwnScorecard } from './today/own-scorecard.svelte.js';

const FETCH_AGAIN_MS = 5_000;
/** A phone that slept finds out late that its line is dead; the server beats every two seconds. */
const DEAD_AFTER_MS = 6_000;

/** What a phone is once it knows whose: its line to the server, and its person's numbers. */
export class Opened {
  readonly api: BellwetherApi;
  readonly connection: LiveConnection;
  readonly numbers: Numbers;
  readonly card: OwnScorecard;
  /** Whose numbers these are; null until somebody has said it. */
  readonly person = $derived.by<Person | null>(
    () => this.numbers.ownRow ?? this.card.place?.row ?? this.#told,
  );
  /** How far the numbers reach. */
  readonly asOf = $derived.by(() => {
    const latest = Math.max(this.numbers.asOf ?? 0, this.card.reply?.asOf ?? 0);
    return latest === 0 ? null : latest;
  });
  #told = $state.raw<Person | null>(null);
  readonly #line = new LateSocket();
  #fetching: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(
    private readonly key: string,
    readonly session: Session,
    readonly personId: number,
    readonly metrics: MetricsReply['metrics'],
    private readonly memory: PhoneMemory,
    onKeyRefused: () => void,
  ) {
    this.api = new BellwetherApi(keyToSend(key), undefined, onKeyRefused);
    const local = () => performance.now();
    this.connection = new LiveConnection(this.#line.asSocket, local, memory.heardAt);
    this.numbers = new Numbers(personId, metrics, this.connection, this.api, memory);
    this.#told = memory.person;
    this.card = new OwnScorecard(this.connection, this.api, personId, memory);
    // Whoever has a scorecard looks at that first.
    if (this.card.state !== 'there') this.showNumbers();
    this.connection.start();
    void this.#askName();
    void this.#fetchLine();
  }

  /** Whether a question to the server said nothing new. */
  isSame(session: Session, metrics: MetricsReply['metrics']): boolean {
    return (
      JSON.stringify(this.session) === JSON.stringify(session) &&
      JSON.stringify(this.metrics) === JSON.stringify(metrics)
    );
  }

  /** From now on all numbers are read and kept up to date. */
  showNumbers(): void {
    if (this.numbers.main === null) this.numbers.show(this.memory.period ?? 'day');
  }

  /** Keeps the last numbers, as long as they are true. */
  keep(): void {
    if (this.connection.line !== 'open') return;
    this.numbers.keep();
    this.card.keep();
    const heardAt = this.asOf ?? this.connection.clock.now();
    if (heardAt !== null) this.memory.heardAt = heardAt;
  }

  /** The phone is in a hand again, or has a network again: it does not wait to find out by itself. */
  wake(): void {
    const { socket, beat, clock } = this.connection;
    const now = clock.now();
    const isAlive =
      socket.connected && beat !== null && now !== null && now - beat.now < DEAD_AFTER_MS;
    if (isAlive) return;
    socket.disconnect();
    socket.connect();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#fetching);
    this.numbers.close();
    this.card.close();
    this.connection.close();
  }

  /** The line's code comes by itself; without a network, as soon as there is one. */
  async #fetchLine(): Promise<void> {
    try {
      const { openLine } = await import('./life/open-line.js');
      if (!this.#isClosed) openLine(this.#line, this.key);
    } catch {
      if (this.#isClosed) return;
      this.#fetching = setTimeout(() => void this.#fetchLine(), FETCH_AGAIN_MS);
    }
  }

  /** Whoever has nothing counted yet is on no board, and has a name all the same. */
  async #askName(): Promise<void> {
    const metric = this.metrics[0]?.key;
    if (metric === undefined) return;
    const question = { person: this.personId, metric, period: 'day', limit: 1 };
    const answer = await this.api.explain(question);
    if (answer.kind !== 'done' || this.#isClosed) return;
    const { id, name } = answer.body.person;
    const known = this.#told?.id === id ? this.#told : null;
    this.#told = { id, name, photoUrl: known?.photoUrl ?? null, team: known?.team ?? null };
  }
}
