import type { BoardSnapshot, Watched } from '@bellwether/contracts';

type Visible = ReadonlyMap<string, Watched<BoardSnapshot>>;

/**
 * Tells, once for each revision, that it is on the glass: in the frame after the one that painted it. What
 * arrived while its topic could not be seen (a takeover, another slide, a hidden tab) is adopted in
 * silence when it comes into sight: the time it waited is no latency.
 */
export class PaintReport {
  /** What was in sight at the last rendering. */
  #seen: Visible = new Map();
  /** Rendered since the last frame: this frame's paint will have it. */
  #rendered = new Map<string, number>();
  /** In the paint of the last frame. */
  #painted = new Map<string, number>();
  /** Rendered in the frame itself, which paints it. */
  #painting = new Map<string, number>();
  #frame: number | null = null;
  #after: number | null = null;

  constructor(private readonly tell: (topic: string, revision: number) => void) {}

  /**
   * `visible` are the topics that can be seen now, with what was just rendered of them; `inFrame` when that
   * was done while a frame was being prepared.
   */
  rendered(visible: Visible, inFrame = false): void {
    const fresh = inFrame ? this.#painting : this.#rendered;
    for (const waiting of [this.#rendered, this.#painting]) {
      for (const topic of waiting.keys()) if (!visible.has(topic)) waiting.delete(topic);
    }
    for (const [topic, { epoch, revision }] of visible) {
      const before = this.#seen.get(topic);
      if (before?.epoch === epoch && revision > before.revision) fresh.set(topic, revision);
    }
    this.#seen = visible;
    if (this.#rendered.size > 0) this.#frame ??= requestAnimationFrame(this.#step);
    if (this.#painting.size > 0) this.#after ??= requestAnimationFrame(this.#tellPainted);
  }

  close(): void {
    for (const frame of [this.#frame, this.#after]) if (frame !== null) cancelAnimationFrame(frame);
  }

  readonly #step = (): void => {
    for (const [topic, revision] of this.#painted) this.tell(topic, revision);
    this.#painted = this.#rendered;
    this.#rendered = new Map();
    this.#frame = this.#painted.size > 0 ? requestAnimationFrame(this.#step) : null;
  };

  readonly #tellPainted = (): void => {
    for (const [topic, revision] of this.#painting) this.tell(topic, revision);
    this.#painting.clear();
    this.#after = null;
  };
}
