import type { Beat } from '@bellwether/contracts';
import type { LiveSocket } from './live-socket.js';
import { ServerClock } from './server-clock.js';

/** `lost` is said only after a few seconds: a line that blinks is no news. */
export type LineState = 'connecting' | 'open' | 'lost' | 'refused';

const LOST_AFTER_MS = 5_000;
const REFUSED_PAUSE_MS = 30_000;
const DROPPED_PAUSE_MS = 2_000;
const CLOCK_QUESTIONS = 5;
const CLOCK_PAUSE_MS = 150;
const CLOCK_AGAIN_MS = 5 * 60_000;
/** A server that beats no more is not there, whatever the socket believes. */
const SILENT_AFTER_MS = 45_000;
const CLOCK_TOLERANCE_MS = 2_000;

/** The line to the server: whether it holds, what time it is there, and how far its numbers reach. */
export class LiveConnection {
  line = $state<LineState>('connecting');
  /** When the line was lost, by the server's clock. */
  lostAt = $state<number | null>(null);
  beat = $state.raw<Beat | null>(null);
  readonly clock: ServerClock;
  #brokenAt: number | null;
  #breaking: ReturnType<typeof setTimeout> | undefined;
  #reconnecting: ReturnType<typeof setTimeout> | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly socket: LiveSocket,
    local: () => number,
    /** When this screen last heard of the server, in an earlier life. */
    lastHeardAt: number | null = null,
  ) {
    this.clock = new ServerClock(local);
    this.#brokenAt = lastHeardAt;
    socket.on('connect', this.#open);
    socket.on('disconnect', this.#break);
    socket.on('connect_error', this.#fail);
    socket.on('beat', this.#hear);
  }

  start(): void {
    this.#breakLater();
    this.socket.connect();
  }

  /** Tells the server that a revision is on the glass now. Not told while the line is broken. */
  painted(topic: string, revision: number): void {
    const paintedAt = this.clock.now();
    if (paintedAt === null || !this.socket.connected) return;
    this.socket.emit('painted', { topic, revision, paintedAt });
  }

  /** Goes on with another key. Screens that watch over this line notice nothing. */
  reopenWith(key: string): void {
    const { auth } = this.socket;
    if (typeof auth === 'object' && auth['token'] === key) return;
    this.socket.auth = { token: key };
    this.#startOver();
  }

  close(): void {
    for (const timer of [this.#breaking, this.#reconnecting, this.#asking, this.#silence]) {
      clearTimeout(timer);
    }
    this.socket.off('connect', this.#open);
    this.socket.off('disconnect', this.#break);
    this.socket.off('connect_error', this.#fail);
    this.socket.off('beat', this.#hear);
    this.socket.disconnect();
  }

  readonly #open = (): void => {
    clearTimeout(this.#breaking);
    clearTimeout(this.#reconnecting);
    this.#brokenAt = null;
    this.lostAt = null;
    this.line = 'open';
    this.#askClock(CLOCK_QUESTIONS);
  };

  readonly #break = (reason: string): void => {
    clearTimeout(this.#asking);
    clearTimeout(this.#silence);
    this.#brokenAt ??= this.clock.now();
    this.#breakLater();
    // Dropped by the server itself, socket.io does not come back on its own.
    if (reason === 'io server disconnect') this.#reconnectIn(DROPPED_PAUSE_MS);
  };

  readonly #fail = (): void => {
    // Still active: it was the network, and socket.io tries again. Otherwise the server said no.
    if (this.socket.active) return;
    this.line = 'refused';
    this.#reconnectIn(REFUSED_PAUSE_MS);
  };

  readonly #hear = (beat: Beat): void => {
    this.beat = beat;
    const now = this.clock.now();
    if (now !== null && Math.abs(now - beat.now) > CLOCK_TOLERANCE_MS) {
      this.clock.forget();
      this.#askClock(CLOCK_QUESTIONS);
    }
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#startOver(), SILENT_AFTER_MS);
  };

  #startOver(): void {
    this.socket.disconnect();
    this.socket.connect();
  }

  #breakLater(): void {
    clearTimeout(this.#breaking);
    this.#breaking = setTimeout(() => {
      this.lostAt = this.#brokenAt;
      if (this.line !== 'refused') this.line = 'lost';
    }, LOST_AFTER_MS);
  }

  #reconnectIn(pause: number): void {
    clearTimeout(this.#reconnecting);
    this.#reconnecting = setTimeout(() => this.socket.connect(), pause);
  }

  #askClock(questions: number): void {
    clearTimeout(this.#asking);
    const askedAt = this.clock.localNow;
    this.socket.emit('clock', ({ now }) => {
      this.clock.sample(askedAt, this.clock.localNow, now);
    });
    const left = questions - 1;
    const pause = left > 0 ? CLOCK_PAUSE_MS : CLOCK_AGAIN_MS;
    this.#asking = setTimeout(() => this.#askClock(left > 0 ? left : 1), pause);
  }
}
