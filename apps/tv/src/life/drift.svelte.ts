const STEPS: readonly (readonly [number, number])[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [-4, 4],
  [-4, 0],
  [-4, -4],
  [0, -4],
  [4, -4],
];
const EVERY_MS = 10 * 60_000;

/** Moves the whole picture a little now and then, so that nothing burns into the panel. */
export class Drift {
  x = $state(0);
  y = $state(0);
  #step = 0;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor() {
    this.#timer = setInterval(() => this.#move(), EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #move(): void {
    this.#step = (this.#step + 1) % STEPS.length;
    [this.x, this.y] = STEPS[this.#step] ?? [0, 0];
  }
}
