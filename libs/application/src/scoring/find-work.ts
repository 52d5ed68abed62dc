import type { OrganisationId } from '@bellwether/domain';
import type { BoardStore } from '../ports/board-store.js';
import type { Directories } from '../ports/directories.js';
import type { Inbox } from '../ports/inbox.js';
import type { Ledger } from '../ports/ledger.js';
import type { Rescorings } from '../ports/rescorings.js';

/** Finds the work that nobody announced: because a process or the queue was away. */
export class FindWork {
  constructor(
    private readonly inbox: Inbox,
    private readonly ledger: Ledger,
    private readonly store: BoardStore,
    private readonly directories: Directories,
    private readonly rescorings: Rescorings,
  ) {}

  /** Organisations with waiting deliveries, a rescoring that runs, or boards behind the ledger. */
  async execute(): Promise<ReadonlySet<OrganisationId>> {
    await this.inbox.release();
    const found = new Set(await this.inbox.waiting());
    for (const organisationId of await this.rescorings.running()) found.add(organisationId);
    for (const organisationId of await this.directories.all()) {
      const { checkpoint } = await this.store.state(organisationId);
      const head = await this.ledger.head(organisationId);
      if (checkpoint !== null && checkpoint < head) found.add(organisationId);
    }
    return found;
  }
}
