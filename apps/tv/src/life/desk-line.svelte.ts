import type { CallHeard, DeskCall, ScreenCall, Vitals } from '@bellwether/contracts';
import type { LiveSocket } from '@bellwether/ui';

/** What the desk can ask of a wall, and the wall tells of itself. */
export interface CalledWall {
  vitals(): Vitals;
  /** The bell of a test. */
  ring(): void;
  renewKey(): unknown;
  reload(): void;
}

const SHOWN_MS = 10_000;
const TELL_EVERY_MS = 10_000;
/** The answer leaves before the page does. */
const RELOAD_AFTER_MS = 300;

/**
 * The line between a wall and the desk. It tells how it is when it hears the server's beat: that asks for no
 * timer, which a page in the background is not given, and nothing is told to a server that is away.
 */
export class DeskLine {
  /** What the desk has asked it to show. */
  shown = $state<Exclude<DeskCall, 'reload'> | null>(null);
  #toldAt = -TELL_EVERY_MS;
  #toldSlide: number | undefined;
  /** Until it hides what it shows, or leaves. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: LiveSocket,
    private readonly wall: CalledWall,
    private readonly now: () => number,
  ) {
    socket.on('call', this.#hear);
    socket.on('beat', this.#tell);
  }

  close(): void {
    this.socket.off('call', this.#hear);
    this.socket.off('beat', this.#tell);
    clearTimeout(this.#timer);
    this.shown = null;
  }

  readonly #hear = ({ call }: ScreenCall, heard: (answer: CallHeard) => void): void => {
    heard({ sound: this.wall.vitals().sound });
    switch (call) {
      case 'identify':
        return this.#show('identify');
      case 'test':
        this.wall.ring();
        return this.#show('test');
      case 'reload':
        return this.#in(RELOAD_AFTER_MS, () => this.wall.reload());
      case 'renew-key':
        void this.wall.renewKey();
    }
  };

  #show(what: 'identify' | 'test'): void {
    this.shown = what;
    this.#in(SHOWN_MS, () => (this.shown = null));
  }

  #in(pause: number, deed: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(deed, pause);
  }

  readonly #tell = (): void => {
    const vitals = this.wall.vitals();
    const slide = vitals.slide?.index;
    const now = this.now();
    if (now - this.#toldAt < TELL_EVERY_MS && slide === this.#toldSlide) return;
    this.#toldAt = now;
    this.#toldSlide = slide;
    this.socket.emit('vitals', vitals);
  };
}
