import type { OrganisationId } from '@bellwether/domain';
import { RedisBoardStore } from '@bellwether/leaderboard';
import { PostgresInbox, PostgresLedger } from '@bellwether/persistence';
import type { Clock } from '@bellwether/application';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../tokens.js';

/** For how long an answer is given again without asking. */
const TRUSTED_MS = 500;

/** How far the numbers of an organisation reach. */
@Injectable()
export class DataAge {
  readonly #remembered = new Map<OrganisationId, { asOf: Promise<number>; readAt: number }>();

  constructor(
    @Inject(PostgresInbox) private readonly inbox: PostgresInbox,
    @Inject(PostgresLedger) private readonly ledger: PostgresLedger,
    @Inject(RedisBoardStore) private readonly store: RedisBoardStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything that had arrived by then is scored and on the boards. */
  asOf(organisationId: OrganisationId): Promise<number> {
    const now = this.clock.now();
    // A clock that is set back must not lengthen the trust; this one is not set.
    const askedAt = performance.now();
    const known = this.#remembered.get(organisationId);
    if (known && askedAt - known.readAt < TRUSTED_MS) return known.asOf;
    const asOf = this.#ask(organisationId, now);
    this.#remembered.set(organisationId, { asOf, readAt: askedAt });
    asOf.catch(() => this.#remembered.delete(organisationId));
    return asOf;
  }

  async #ask(organisationId: OrganisationId, now: number): Promise<number> {
    const [oldest, head, { checkpoint }] = await Promise.all([
      this.inbox.oldestWaiting(organisationId),
      this.ledger.head(organisationId),
      this.store.state(organisationId),
    ]);
    if (oldest !== null) return Math.min(oldest, now);
    // What is in the ledger and not on the boards will be there in a moment: no age can be told yet.
    const isBehind = checkpoint !== null && checkpoint < head;
    return isBehind ? now - TRUSTED_MS : now;
  }
}
