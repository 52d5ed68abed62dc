import type { BoardSnapshot, Watched } from '@bellwether/contracts';

const MOST_REMEMBERED = 100;

type Visible = ReadonlyMap<string, Watched<BoardSnapshot>>;

/** Tells, once for each revision, that it is on the glass: two frames after it was rendered. */
export class PaintReport {
  readonly #reported = new Map<string, string>();
  /** Rendered since the last frame: this frame's paint will have it. */
  #rendered: Visible = new Map();
  /** In the paint of the last frame. */
  #painted: Visible = new Map();
  #frame: number | null = null;

  constructor(
    /** False when there is nobody to tell it to yet. */
    private readonly tell: (topic: string, revision: number) => boolean,
  ) {}

  /** `visible` are the topics that can be seen now, with what was just rendered of them. */
  rendered(visible: Visible): void {
    const news = [...visible].filter(
      ([topic, watched]) => this.#reported.get(topic) !== nameOf(watched),
    );
    this.#rendered = new Map(news);
    if (news.length > 0) this.#frame ??= requestAnimationFrame(this.#step);
  }

  close(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  readonly #step = (): void => {
    this.#report(this.#painted);
    this.#painted = this.#rendered;
    this.#rendered = new Map();
    this.#frame = this.#painted.size > 0 ? requestAnimationFrame(this.#step) : null;
  };

  #report(painted: Visible): void {
    // A revision that is seen again after a takeover or on its slide's next turn is no news.
    if (this.#reported.size > MOST_REMEMBERED) this.#reported.clear();
    for (const [topic, watched] of painted) {
      if (this.#reported.get(topic) === nameOf(watched)) continue;
      if (this.tell(topic, watched.revision)) this.#reported.set(topic, nameOf(watched));
    }
  }
}

function nameOf({ epoch, revision }: Watched<BoardSnapshot>): string {
  return `${epoch} ${revision}`;
}
