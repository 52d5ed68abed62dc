import type { Source, Sources } from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';

/** For how long a source is remembered: a paused or changed one is noticed within this. */
const TRUSTED_MS = 5_000;
/** Guessed addresses must not fill the memory. */
const MOST = 1_000;

interface Remembered {
  readonly source: Promise<Source | undefined>;
  /** Of the clock that nobody sets: one that is set back must not lengthen the trust. */
  readonly readAt: number;
}

/** Remembers sources for some seconds, so that a delivery does not wait for the database twice. */
export class CachedSources implements Sources {
  readonly #remembered = new Map<string, Remembered>();

  constructor(private readonly sources: Sources) {}

  byAddress(address: string): Promise<Source | undefined> {
    return this.#remember(`address ${address}`, () => this.sources.byAddress(address));
  }

  byApiKey(key: string): Promise<Source | undefined> {
    return this.#remember(`key ${key}`, () => this.sources.byApiKey(key));
  }

  byId(organisationId: OrganisationId, id: SourceId): Promise<Source | undefined> {
    return this.sources.byId(organisationId, id);
  }

  forget(): void {
    this.#remembered.clear();
  }

  /** While one reads, all others who ask for the same wait for that reading. */
  #remember(name: string, read: () => Promise<Source | undefined>): Promise<Source | undefined> {
    const known = this.#remembered.get(name);
    if (known && performance.now() - known.readAt < TRUSTED_MS) return known.source;
    if (this.#remembered.size >= MOST) this.#remembered.clear();
    const remembered = { source: read(), readAt: performance.now() };
    this.#remembered.set(name, remembered);
    // A failed reading is no answer to remember; who asked hears of it.
    remembered.source.catch(() => {
      if (this.#remembered.get(name) === remembered) this.#remembered.delete(name);
    });
    return remembered.source;
  }
}
