import type { Clock, Source, Sources } from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';

/** For how long a source is remembered: a paused or changed one is noticed within this. */
const TRUSTED_MS = 5_000;
/** Guessed addresses must not fill the memory. */
const MOST = 1_000;

interface Remembered {
  readonly source: Source | undefined;
  readonly readAt: number;
}

/** Remembers sources for some seconds, so that a delivery does not wait for the database twice. */
export class CachedSources implements Sources {
  readonly #remembered = new Map<string, Remembered>();

  constructor(
    private readonly sources: Sources,
    private readonly clock: Clock,
  ) {}

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

  async #remember(
    name: string,
    read: () => Promise<Source | undefined>,
  ): Promise<Source | undefined> {
    const known = this.#remembered.get(name);
    if (known && this.clock.now() - known.readAt < TRUSTED_MS) return known.source;
    const source = await read();
    if (this.#remembered.size >= MOST) this.#remembered.clear();
    this.#remembered.set(name, { source, readAt: this.clock.now() });
    return source;
  }
}
