import { flushSync } from 'svelte';

/**
 * Does in the next frame, just before it is painted, what was asked for since the last one: what came ten
 * times while the wall was busy is rendered once. A hidden page has no frames and does everything at once.
 */
export class FramePace {
  /** While a frame is being prepared: what is rendered now is in its paint. */
  inFrame = false;
  readonly #asked = new Set<() => void>();
  #frame: number | null = null;

  /** The same deed, asked for again, is done once. */
  readonly ask = (deed: () => void): void => {
    if (document.hidden) {
      deed();
      return;
    }
    this.#asked.add(deed);
    this.#frame ??= requestAnimationFrame(this.#do);
  };

  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#asked.clear();
  }

  readonly #do = (): void => {
    const asked = [...this.#asked];
    this.#asked.clear();
    this.#frame = null;
    this.inFrame = true;
    try {
      for (const deed of asked) deed();
      flushSync();
    } finally {
      this.inFrame = false;
    }
  };
}
