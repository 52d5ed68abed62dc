import { setTimeout as pause } from 'node:timers/promises';
import type { ScoringRequests } from '@bellwether/application';
import type { ScoreOrganisationJob } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { Queue, createNodeRedisClient } from 'bullmq';

export const SCORING_QUEUE = 'scoring';

/** A node-redis client; made and closed by whoever calls us. */
export type QueueConnection = Parameters<typeof createNodeRedisClient>[0];

export interface QueueSettings {
  /** Fails at once while Redis is down: the inbox keeps what could not be announced. */
  readonly connection: QueueConnection;
  /** Before the names of all keys; braces keep them on one node of a cluster. */
  readonly prefix: string;
  readonly onError: (error: Error) => void;
}

/** While many ask, one request in this time is enough: scoring rests for longer between two batches. */
const APART_MS = 10;

/** A request on its way, and the one that follows it. */
interface Asking {
  readonly current: Promise<void>;
  next: Promise<void> | undefined;
}

/** Asks for scoring through BullMQ: one job for each organisation with work, however often asked. */
export class ScoringQueue implements ScoringRequests {
  readonly #queue: Queue<ScoreOrganisationJob>;
  readonly #asking = new Map<OrganisationId, Asking>();

  constructor({ connection, prefix, onError }: QueueSettings) {
    this.#queue = new Queue<ScoreOrganisationJob>(SCORING_QUEUE, {
      connection: createNodeRedisClient(connection),
      prefix,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: 100 },
    });
    this.#queue.on('error', onError);
  }

  /**
   * While one request is on its way, any number of others become one more soon after it. Each is
   * answered as soon as one that began after it was made is through, however many keep coming.
   */
  request(organisationId: OrganisationId): Promise<void> {
    const asking = this.#asking.get(organisationId);
    if (!asking) return this.#ask(organisationId);
    return (asking.next ??= asking.current
      .catch(() => undefined)
      .then(() => pause(APART_MS))
      .then(() => this.#ask(organisationId)));
  }

  /** How many jobs wait or run. */
  async depth(): Promise<number> {
    const counts = await this.#queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** How many jobs there are, by state. */
  counts(): Promise<Readonly<Record<string, number>>> {
    return this.#queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'failed');
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  #ask(organisationId: OrganisationId): Promise<void> {
    const asking: Asking = { current: this.#add(organisationId), next: undefined };
    this.#asking.set(organisationId, asking);
    const done = asking.current.finally(() => {
      if (asking.next === undefined) this.#asking.delete(organisationId);
    });
    // Whoever asked hears of a failure.
    done.catch(() => undefined);
    return asking.current;
  }

  async #add(organisationId: OrganisationId): Promise<void> {
    await this.#queue.add(
      'score-organisation',
      { organisationId },
      // A request during a run leads to one more run after it: nothing is missed, nothing piles up.
      { deduplication: { id: `organisation-${organisationId}`, keepLastIfActive: true } },
    );
  }
}
