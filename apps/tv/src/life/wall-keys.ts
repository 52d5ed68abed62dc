/** What a wall remembers of its keys. */
export interface KeyMemory {
  key: string | null;
  /** That this wall had before, the oldest first. */
  replaced: readonly string[];
  readonly screen: { readonly key: string; readonly screenId: number } | null;
  /** What is kept of the screen belongs to this key now. */
  keepScreenFor(key: string): void;
  forget(): void;
}

/** Two years of them. A kiosk whose address is older still is refused with it, and goes on with its own. */
const MOST_REPLACED = 24;

/**
 * The keys that a wall may come with. One is replaced now and then, and a wall may lose its power in the
 * middle of that: so it remembers the ones before, and whichever the server takes is the right one.
 */
export class WallKeys {
  current: string | null;
  /** All that may open, the likeliest first. */
  #known: readonly string[];
  #refused: readonly string[] = [];

  constructor(
    private readonly memory: KeyMemory,
    /** Of the address that the page was opened by. */
    inAddress: string | null,
    /** Private windows and many kiosks have no other memory. */
    private readonly writeAddress: (key: string) => void,
  ) {
    const { key, replaced } = memory;
    // The address wins, as a new key is given by a new address; not when this key has been replaced since.
    const isOld = inAddress !== null && key !== null && replaced.includes(inAddress);
    this.current = isOld ? key : (inAddress ?? key);
    this.#known = [key, inAddress, ...replaced].filter((one): one is string => one !== null);
  }

  /** Whether a new key would outlive this page. Otherwise the one it has is better kept. */
  get canKeep(): boolean {
    return this.current !== null && this.memory.key === this.current;
  }

  /** A key of another screen, or of this one paired anew: nothing of before is of use. */
  take(key: string): void {
    this.#refused = [];
    this.#known = [key];
    this.memory.forget();
    this.current = this.memory.key = key;
    this.writeAddress(key);
  }

  /** The key that the server gave in place of this one. False when it could not be kept. */
  adopt(next: string): boolean {
    const before = this.current;
    if (before === null) return false;
    const { memory } = this;
    // In this order: whenever the power fails, one of the keys is there, and the old ones are known as old.
    memory.replaced = [...memory.replaced, before].slice(-MOST_REPLACED);
    memory.key = next;
    if (memory.key !== next) return false;
    memory.keepScreenFor(next);
    this.#known = [next, before, ...this.#known];
    this.current = next;
    this.writeAddress(next);
    return true;
  }

  /**
   * The server takes the current one: only now it is kept, as another may be the right one. Of another
   * screen nothing is kept, its standing is not this wall's business.
   */
  accepted(screenId: number): void {
    this.#refused = [];
    const { memory, current } = this;
    if (current === null) return;
    const { screen } = memory;
    if (screen && screen.screenId !== screenId) memory.forget();
    else memory.keepScreenFor(current);
    memory.key = current;
  }

  /** The server does not take the current one: the next to try, or null when there is none. */
  refused(): string | null {
    if (this.current === null) return null;
    this.#refused = [...this.#refused, this.current];
    const next = this.#known.find((key) => !this.#refused.includes(key));
    if (next !== undefined) return (this.current = next);
    const first = this.#refused[0] ?? this.current;
    this.#known = [first];
    this.#refused = [];
    this.current = first;
    return null;
  }
}
