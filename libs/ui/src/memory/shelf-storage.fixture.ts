/** A browser's storage in the hand. */
export class ShelfStorage implements Storage {
  readonly #shelf: Map<string, string>;

  constructor(kept: Readonly<Record<string, string>> = {}) {
    this.#shelf = new Map(Object.entries(kept));
  }

  get names(): readonly string[] {
    return [...this.#shelf.keys()];
  }

  get length(): number {
    return this.#shelf.size;
  }

  clear(): void {
    this.#shelf.clear();
  }

  getItem(name: string): string | null {
    return this.#shelf.get(name) ?? null;
  }

  key(index: number): string | null {
    return this.names[index] ?? null;
  }

  removeItem(name: string): void {
    this.#shelf.delete(name);
  }

  setItem(name: string, value: string): void {
    this.#shelf.set(name, value);
  }
}
