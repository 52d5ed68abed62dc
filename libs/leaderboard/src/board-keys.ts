import type { OrganisationId } from '@bellwether/domain';

/** Changes with the way boards are kept: servers of before and after then each keep their own. */
const LAYOUT = 3;

/** Where an organisation's boards are. The braces keep them on one node of a cluster. */
export class BoardKeys {
  readonly head: string;
  readonly live: string;
  readonly wanted: string;
  readonly #base: string;

  constructor(prefix: string, organisationId: OrganisationId) {
    this.#base = `${prefix}:{${organisationId}}:${LAYOUT}`;
    /** Hash: checkpoint, generation, epoch. */
    this.head = `${this.#base}:head`;
    /** Hash: board's key → the entry that it was built as of, and the version of its metric. */
    this.live = `${this.#base}:live`;
    /** Sorted set: board's key → when somebody last asked for it. */
    this.wanted = `${this.#base}:wanted`;
  }

  /**
   * The order is a sorted set of places, best first: scores where lower is better, else their opposites.
   * Places are a hash by member, also of who is not ranked; details another.
   */
  of(boardKey: string): [order: string, places: string, details: string] {
    const board = `${this.#base}:board:${boardKey}`;
    return [`${board}:order`, `${board}:places`, `${board}:details`];
  }
}
