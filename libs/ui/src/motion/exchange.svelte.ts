import { whenGone } from './exchange-queue.js';

/**
 * A place on the screen where one thing gives way to another: it fades, is set anew while nobody sees it,
 * and comes back. Its elements stay, since making others is what a change costs most.
 */
export class Exchange<Thing extends { readonly id: unknown }> {
  shown: Thing;
  phase = $state<'there' | 'leaving' | 'entering'>('there');
  /** What is shown has only just come: it stands where it stands, and did not move there. */
  isNew = $state(false);
  #next: Thing | null = null;
  #stop = (): void => {};

  constructor(first: Thing) {
    this.shown = $state.raw(first);
  }

  /** The same thing with other properties is shown at once, another one when this one has gone. */
  show(thing: Thing): void {
    if (this.#next !== null) this.#next = thing;
    else if (thing.id === this.shown.id) {
      this.shown = thing;
      this.isNew = false;
    } else {
      this.#next = thing;
      this.phase = 'leaving';
      this.#stop = whenGone(() => this.#exchange());
    }
  }

  close(): void {
    this.#stop();
  }

  #exchange(): void {
    if (this.#next === null) return;
    this.shown = this.#next;
    this.#next = null;
    this.isNew = true;
    this.phase = 'entering';
  }
}
