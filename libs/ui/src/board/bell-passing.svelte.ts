/** Where the bell is while it passes from one leader to the next. */
export type BellPhase = 'worn' | 'moving' | 'leaving' | 'crossing';

const MOVED_MS = 700;
const LEFT_MS = 1_000;
const CROSSED_MS = 1_700;
const SWUNG_MS = 4_000;

/**
 * A change of lead: the people change hills, then the bell lets go of the one, crosses, and is worn by the
 * other, where it swings.
 */
export class BellPassing {
  wearer = $state<number | null>(null);
  previous = $state<number | null>(null);
  phase = $state<BellPhase>('worn');
  swinging = $state(false);
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly onLanded: () => void) {}

  /** The leader is now `id`. Who leads first when a board appears simply wears the bell. */
  lead(id: number | null, moves: boolean): void {
    if (id === this.wearer && this.phase === 'worn') return;
    if (this.wearer === null || id === null || !moves) {
      this.#land(id);
      this.swinging = false;
      return;
    }
    if (this.phase !== 'worn') {
      // Overtaken in mid-air: it goes to whoever leads now.
      this.#next = id;
      return;
    }
    this.previous = this.wearer;
    this.#next = id;
    this.phase = 'moving';
    this.#at(MOVED_MS, () => (this.phase = 'leaving'));
    this.#at(LEFT_MS, () => (this.phase = 'crossing'));
    this.#at(CROSSED_MS, () => {
      this.#land(this.#next);
      this.swinging = true;
      this.onLanded();
      this.#at(SWUNG_MS, () => (this.swinging = false));
    });
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  #next: number | null = null;

  #land(id: number | null): void {
    this.close();
    this.wearer = id;
    this.previous = null;
    this.phase = 'worn';
  }

  #at(milliseconds: number, deed: () => void): void {
    this.#timers.push(setTimeout(deed, milliseconds));
  }
}
