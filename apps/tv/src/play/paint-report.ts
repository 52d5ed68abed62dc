import type { BoardSnapshot, Watched } from '@bellwether/contracts';

type Visible = ReadonlyMap<string, Watched<BoardSnapshot>>;

/**
 * Tells, once for each revision, that it is on the glass: two frames after it was rendered. What
 * arrived while its topic could not be seen (a takeover, another slide, a hidden tab) is adopted in
 * silence when it comes into sight: the time it waited is no latency.
 */
export class PaintReport {
  /** What was in sight at the last rendering. */
  #seen: Visible = new Map();
  /** Rendered since the last frame: this frame's paint will have it. */
  #rendered = new Map<string, number>();
  /** In the paint of the last frame. */
  #painted: ReadonlyMap<string, number> = new Map();
  #frame: number | null = null;

  constructor(private readonly tell: (topic: string, revision: number) => void) {}

  /** `visible` are the topics that can be seen now, with what was just rendered of them. */
  rendered(visible: Visible): void {
    for (const topic of this.#rendered.keys()) {
      if (!visible.has(topic)) this.#rendered.delete(topic);
    }
    for (const [topic, { epoch, revision }] of visible) {
      const before = this.#seen.get(topic);
      if (before?.epoch === epoch && revision > before.revision) {
        this.#rendered.set(topic, revision);
      }
    }
    this.#seen = visible;
    if (this.#rendered.size > 0) this.#frame ??= requestAnimationFrame(this.#step);
  }

  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  readonly #step = (): void => {
    for (const [topic, revision] of this.#painted) this.tell(topic, revision);
    this.#painted = this.#rendered;
    this.#rendered = new Map();
    this.#frame = this.#painted.size > 0 ? requestAnimationFrame(this.#step) : null;
  };
}
