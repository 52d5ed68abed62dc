/**
 * A browser's storage as a page may count on it: not at all. It may be missing, full, wiped or forbidden, and
 * hold nonsense; then nothing is kept, and the page works all the same.
 */
export class KeptStorage {
  constructor(private readonly storage: Storage | null) {}

  text(name: string): string | null {
    return this.#attempt((storage) => storage.getItem(name));
  }

  read<Kept>(name: string): Kept | null {
    return this.#attempt((storage) => JSON.parse(storage.getItem(name) ?? 'null') as Kept | null);
  }

  number(name: string): number | null {
    const kept = this.text(name);
    return kept === null || !Number.isFinite(Number(kept)) ? null : Number(kept);
  }

  /** Null forgets it. */
  keepText(name: string, text: string | null): void {
    this.#attempt((storage) => {
      if (text === null) storage.removeItem(name);
      else storage.setItem(name, text);
    });
  }

  keep(name: string, value: unknown): void {
    this.keepText(name, JSON.stringify(value));
  }

  /** Forgets all names that begin like this, except where `stays` says otherwise of the rest of the name. */
  forget(prefix: string, stays: (rest: string) => boolean = () => false): void {
    for (const name of this.#names()) {
      if (name.startsWith(prefix) && !stays(name.slice(prefix.length))) this.keepText(name, null);
    }
  }

  #names(): readonly string[] {
    const names = this.#attempt((storage) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
    );
    return names ?? [];
  }

  #attempt<Answer>(deed: (storage: Storage) => Answer): Answer | null {
    try {
      return this.storage && deed(this.storage);
    } catch {
      return null;
    }
  }
}

/** The browser's storage, where there is one; asking for it may throw by itself. */
export function storageOfBrowser(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
