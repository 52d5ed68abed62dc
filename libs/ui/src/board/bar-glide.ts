/** A bar of 720 pixels that grows by less steps there, and nobody sees the step. */
const LEAST_SHARE = 0.02;
/** As long as `--t-move`. */
const GLIDE_MS = 480;

/**
 * Whether a bar glides to its new length. Under a stream of small changes all bars of a wall would glide all
 * the time, each in layers of its own, and the display would come to paint a few times a second.
 */
export class BarGlide {
  #share: number | null = null;
  #until = -Infinity;

  /** `now` is any clock that only runs forwards. */
  glidesTo(share: number, now: number): boolean {
    const change = this.#share === null ? 0 : Math.abs(share - this.#share);
    this.#share = share;
    if (change >= LEAST_SHARE) this.#until = now + GLIDE_MS;
    // What glides already is not stopped by a smaller change.
    return now < this.#until;
  }
}
