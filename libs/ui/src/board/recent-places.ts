import type { BoardRow } from '@bellwether/contracts';

interface Seen {
  readonly at: number;
  readonly rank: number | null;
}

const WINDOW_MS = 10 * 60_000;

/**
 * Where people stood ten minutes ago, as far as this screen saw it. The board of a day has no place at
 * its start, yet people want to see who moves.
 */
export class RecentPlaces {
  readonly #seen = new Map<number, Seen[]>();

  see(rows: readonly BoardRow[], now: number): void {
    const present = new Set(rows.map((row) => row.id));
    for (const id of this.#seen.keys()) if (!present.has(id)) this.#seen.delete(id);
    for (const { id, rank } of rows) {
      const places = this.#seen.get(id) ?? [];
      if (places.at(-1)?.rank !== rank) places.push({ at: now, rank });
      // The newest place from before the window is where the window begins.
      while (places.length > 1 && (places[1] as Seen).at <= now - WINDOW_MS) places.shift();
      this.#seen.set(id, places);
    }
  }

  /** The place ten minutes ago, or the first one seen since. */
  placeBefore(id: number): number | null {
    return this.#seen.get(id)?.[0]?.rank ?? null;
  }
}
