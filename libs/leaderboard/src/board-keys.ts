import type { OrganisationId } from '@bellwether/domain';

/** Where an organisation's boards are. The braces keep them on one node of a cluster. */
export class BoardKeys {
  readonly head: string;
  readonly live: string;
  readonly wanted: string;
  readonly #base: string;

  constructor(prefix: string, organisationId: OrganisationId) {
    this.#base = `${prefix}:{${organisationId}}`;
    /** Hash: checkpoint, generation, epoch. */
    this.head = `${this.#base}:head`;
    /** Hash: board's key → the entry that it was built as of. */
    this.live = `${this.#base}:live`;
    /** Sorted set: board's key → when somebody last asked for it. */
    this.wanted = `${this.#base}:wanted`;
  }

  /** Scores and moments are sorted sets by member; details a hash. */
  of(boardKey: string): [scores: string, moments: string, details: string] {
    const board = `${this.#base}:board:${boardKey}`;
    return [`${board}:scores`, `${board}:moments`, `${board}:details`];
  }
}
