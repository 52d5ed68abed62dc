import type { OrganisationId } from '@bellwether/domain';
import { RedisBoardStore } from '@bellwether/leaderboard';
import { PostgresInbox, PostgresLedger } from '@bellwether/persistence';
import type { Clock } from '@bellwether/application';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../tokens.js';

/** For how long an answer is given again without asking. */
const TRUSTED_MS = 500;
/** For how long it is given while a newer one is on its way: older it says less, and nothing wrong. */
const USEFUL_MS = 1_000;

interface Remembered {
  readonly asOf: Promise<number>;
  readonly readAt: number;
}

/** How far the numbers of an organisation reach. */
@Injectable()
export class DataAge {
  readonly #asked = new Map<OrganisationId, Remembered>();
  readonly #answered = new Map<OrganisationId, Remembered>();

  constructor(
    @Inject(PostgresInbox) private readonly inbox: PostgresInbox,
    @Inject(PostgresLedger) private readonly ledger: PostgresLedger,
    @Inject(RedisBoardStore) private readonly store: RedisBoardStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything that had arrived by then is scored and on the boards. */
  asOf(organisationId: OrganisationId): Promise<number> {
    const known = this.#asked.get(organisationId);
    if (isYounger(known, TRUSTED_MS)) return known.asOf;
    // A clock that is set back must not lengthen the trust; this one is not set.
    const asked = { asOf: this.#ask(organisationId, this.clock.now()), readAt: performance.now() };
    this.#asked.set(organisationId, asked);
    asked.asOf.then(
      () => this.#answered.set(organisationId, asked),
      () => this.#asked.get(organisationId) === asked && this.#asked.delete(organisationId),
    );
    return asked.asOf;
  }

  /** The same, for whoever must not wait for three stores: what was known a moment ago, if it was. */
  lately(organisationId: OrganisationId): Promise<number> {
    const newest = this.asOf(organisationId);
    const known = this.#answered.get(organisationId);
    return isYounger(known, USEFUL_MS) ? known.asOf : newest;
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

function isYounger(known: Remembered | undefined, milliseconds: number): known is Remembered {
  return known !== undefined && performance.now() - known.readAt < milliseconds;
}
