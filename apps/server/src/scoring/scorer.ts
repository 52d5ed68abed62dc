import { WorkOffOrganisation } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { ScoringQueue, ScoringWorker } from '@bellwether/queue';
import type {
  OnApplicationBootstrap,
  OnApplicationShutdown,
  OnModuleDestroy,
} from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import type { NoteScoring } from '../figures/scoring-figures.js';
import { oncePerOutage } from '../logging/once-per-outage.js';
import type { Stores } from '../stores/open-stores.js';
import { LOG, NOTE_SCORING, STORES } from '../tokens.js';

/** How long one organisation is scored while others may be waiting. */
const TURN_MS = 2_000;

/** Takes scoring jobs from the queue for as long as the process runs. */
@Injectable()
export class Scorer implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  readonly #worker: ScoringWorker;
  readonly #stopping = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(
    @Inject(WorkOffOrganisation) private readonly workOff: WorkOffOrganisation,
    @Inject(ScoringQueue) private readonly queue: ScoringQueue,
    @Inject(STORES) { patientRedis, prefix }: Stores,
    @Inject(LOG) log: Log,
    @Inject(NOTE_SCORING) note: NoteScoring,
  ) {
    this.#worker = new ScoringWorker({
      connection: patientRedis,
      prefix: `{${prefix}}`,
      process: (organisationId) => this.#score(organisationId),
      events: {
        onCompleted: (took) => note({ kind: 'job-done', ...took }),
        onFailed: (error, organisationId) => {
          note({ kind: 'job-failed' });
          log.error('A scoring job failed; the sweep tries again', {
            organisationId,
            error: error.stack ?? error.message,
          });
        },
        onStalled: () => log.warn('A scoring job of a worker that died is run again'),
        onError: oncePerOutage(log, 'The queue gives no work'),
      },
    });
  }

  onApplicationBootstrap(): void {
    this.#worker.start();
  }

  /** No more jobs from here on; requests that are still answered meanwhile need not wait for it. */
  onModuleDestroy(): void {
    this.#stopping.abort();
    this.#close().catch(() => undefined);
  }

  onApplicationShutdown(): Promise<void> {
    return this.#close();
  }

  #close(): Promise<void> {
    return (this.#closed ??= this.#worker.close());
  }

  async #score(organisationId: OrganisationId): Promise<void> {
    const turn = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(TURN_MS)]);
    const outcome = await this.workOff.execute(organisationId, turn);
    // Asked for while it still runs, the rest becomes the next job: behind those that wait already,
    // and when this process stops, another worker's at once.
    if (outcome === 'interrupted') await this.queue.request(organisationId);
  }
}
