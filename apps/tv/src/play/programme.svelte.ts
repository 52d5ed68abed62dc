import type { Slide } from '@bellwether/contracts';
import { pageAfter, pageTime } from './page-turn.js';

/** What the wall plays now. Each turn has its own number, so that a slide that follows itself is a new turn. */
export interface Turn {
  readonly number: number;
  readonly slide: Slide;
}

/** Timers come a little late and clocks have fractions: neither makes a page too short. */
const TOLERANCE_MS = 100;
const LEAST_MS = 1_000;

/** Plays slides in turn, and the pages of each within its time. */
export class Programme {
  turn = $state.raw<Turn | null>(null);
  page = $state(0);
  #slides: readonly Slide[] = [];
  #index = 0;
  #numbers = 0;
  /** The page after the top one, for each slide: a long board goes on where it stopped. */
  #next = new Map<string, number>();
  #endsAt = 0;
  #pageBeganAt = 0;
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly pagesOf: (slide: Slide) => number,
    private readonly now: () => number,
  ) {}

  /** The same programme again is no news: the slide goes on. */
  play(slides: readonly Slide[]): void {
    if (JSON.stringify(slides) === JSON.stringify(this.#slides)) return;
    const current = this.#slides[this.#index];
    this.#slides = slides;
    this.#next = new Map();
    const still = slides.findIndex((slide) => JSON.stringify(slide) === JSON.stringify(current));
    if (still >= 0) this.#index = still;
    else this.#begin(0);
  }

  /** A takeover has the wall: time stands still. */
  hold(): void {
    this.#held = true;
    clearTimeout(this.#timer);
  }

  /** Goes on with a full page, so that the change which was celebrated can be seen. */
  resume(): void {
    if (!this.#held) return;
    this.#held = false;
    const slide = this.turn?.slide;
    if (!slide) return;
    const time = pageTime(this.pagesOf(slide), slide.seconds);
    this.#endsAt = Math.max(this.#endsAt, this.now() + time);
    this.#stay(time, time);
  }

  /** The slide has more pages or fewer than it had, or only now it is known how many. */
  repage(): void {
    const slide = this.turn?.slide;
    if (!slide || this.#held) return;
    const time = pageTime(this.pagesOf(slide), slide.seconds);
    this.#stay(Math.max(LEAST_MS, time - (this.now() - this.#pageBeganAt)), time);
  }

  /** Which slide is on, and for how long still. */
  get playing(): { readonly index: number; readonly leftMs: number } | null {
    if (this.turn === null) return null;
    return { index: this.#index, leftMs: Math.max(0, this.#endsAt - this.now()) };
  }

  showPage(page: number): void {
    this.page = page;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #begin(index: number): void {
    clearTimeout(this.#timer);
    this.#index = index;
    const slide = this.#slides[index];
    if (!slide) {
      this.turn = null;
      return;
    }
    this.page = 0;
    // One slide alone has no next one: its turn is never over, only its pages change.
    if (this.#slides.length > 1 || this.turn === null || this.turn.slide !== slide) {
      this.#numbers += 1;
      this.turn = { number: this.#numbers, slide };
    }
    this.#pageBeganAt = this.now();
    this.#endsAt = this.#pageBeganAt + slide.seconds * 1000;
    const time = pageTime(this.pagesOf(slide), slide.seconds);
    if (!this.#held) this.#stay(time, time);
  }

  /** Stays on the page for `pause`, or until the slide ends where no time would be left for another page. */
  #stay(pause: number, time: number): void {
    clearTimeout(this.#timer);
    const left = this.#endsAt - this.now();
    const whole = left - pause < time - TOLERANCE_MS;
    this.#timer = setTimeout(() => this.#advance(), Math.max(0, whole ? left : pause));
  }

  #advance(): void {
    const slide = this.turn?.slide;
    if (!slide) return;
    if (this.now() >= this.#endsAt - TOLERANCE_MS) {
      this.#begin((this.#index + 1) % this.#slides.length);
      return;
    }
    const pages = this.pagesOf(slide);
    const name = `${slide.board} ${slide.strip ?? ''}`;
    const after = pageAfter(this.page, this.#next.get(name) ?? 1, pages);
    this.#next.set(name, after.next);
    this.page = after.page;
    this.#pageBeganAt = this.now();
    const time = pageTime(pages, slide.seconds);
    this.#stay(time, time);
  }
}
