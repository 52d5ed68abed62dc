import { ScoreOrganisationJob } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { Worker, createNodeRedisClient } from 'bullmq';
import type { QueueConnection } from './scoring-queue.js';
import { SCORING_QUEUE } from './scoring-queue.js';

/** What a worker does and suffers, for logs and figures. */
export interface WorkerEvents {
  readonly onCompleted: (facts: { waitedMs: number; ranMs: number }) => void;
  readonly onFailed: (error: Error, organisationId: number | undefined) => void;
  /** A job whose worker died was given to another. */
  readonly onStalled: () => void;
  readonly onError: (error: Error) => void;
}

export interface ScoringWorkerSettings {
  /** Waits for Redis to come back; the worker makes a second connection of its own. */
  readonly connection: QueueConnection;
  readonly prefix: string;
  readonly process: (organisationId: OrganisationId) => Promise<void>;
  readonly events: WorkerEvents;
}

/** How many organisations one process scores at the same time. */
const CONCURRENCY = 8;
/** After a trouble with the queue. */
const REST_MS = 1_000;

/**
 * Takes scoring jobs. A job whose process was killed is run by another within seconds: its lock
 * runs out after four, and the search for such jobs runs every second.
 */
export class ScoringWorker {
  readonly #worker: Worker<unknown>;
  #resting: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ connection, prefix, process, events }: ScoringWorkerSettings) {
    this.#worker = new Worker<unknown>(
      SCORING_QUEUE,
      async (job) => {
        const { organisationId } = ScoreOrganisationJob.parse(job.data);
        await process(organisationId as OrganisationId);
      },
      {
        connection: createNodeRedisClient(connection),
        prefix,
        concurrency: CONCURRENCY,
        lockDuration: 4_000,
        stalledInterval: 1_000,
        maxStalledCount: 1_000,
        // After a failure of Redis it would else look away for fifteen seconds.
        runRetryDelay: REST_MS,
        autorun: false,
      },
    );
    this.#worker.on('completed', (job) => {
      const { timestamp, processedOn = timestamp, finishedOn = processedOn } = job;
      events.onCompleted({ waitedMs: processedOn - timestamp, ranMs: finishedOn - processedOn });
    });
    this.#worker.on('failed', (job, error) => {
      const parsed = ScoreOrganisationJob.safeParse(job?.data);
      events.onFailed(error, parsed.data?.organisationId);
    });
    this.#worker.on('stalled', events.onStalled);
    this.#worker.on('error', (error) => {
      events.onError(error);
      this.#rest();
    });
  }

  /** Takes jobs until `close()`. */
  start(): void {
    // The loop reports its own troubles through `error`, and begins again by itself.
    this.#worker.run().catch(() => undefined);
  }

  /** Finishes the jobs at hand, then takes no more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#resting);
    await this.#worker.close();
  }

  /**
   * A Redis that answers and refuses (out of memory, its disk full) would be asked again at once,
   * thousands of times a second. Jobs at hand go on meanwhile.
   */
  #rest(): void {
    if (this.#resting || this.#isClosed) return;
    void this.#worker.pause(true);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      void this.#worker.resume();
    }, REST_MS);
  }
}
