/** Whether the system asks for less motion. Old engines do not know the question. */
export class CalmMotion {
  asked = $state(false);
  readonly #query: MediaQueryList | null;

  constructor() {
    this.#query = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.asked = this.#query.matches;
    // The older name of the method is the one that every engine has.
    this.#query.addListener(this.#hear);
  }

  close(): void {
    this.#query?.removeListener(this.#hear);
  }

  readonly #hear = (event: { readonly matches: boolean }): void => {
    this.asked = event.matches;
  };
}
