import { WorkOffOrganisation } from '@bellwether/application';
import { ScoringWorker } from '@bellwether/queue';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { Meters } from '../figures/meters.js';
import type { Stores } from '../stores/open-stores.js';
import { LOG, STORES } from '../tokens.js';

/** Takes scoring jobs from the queue for as long as the process runs. */
@Injectable()
export class Scorer implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #worker: ScoringWorker;

  constructor(
    @Inject(WorkOffOrganisation) workOff: WorkOffOrganisation,
    @Inject(STORES) { patientRedis, prefix }: Stores,
    @Inject(LOG) log: Log,
    @Inject(Meters) meters: Meters,
  ) {
    this.#worker = new ScoringWorker({
      connection: patientRedis,
      prefix: `{${prefix}}`,
      process: (organisationId) => workOff.execute(organisationId),
      events: {
        onCompleted: ({ waitedMs, ranMs }) => {
          meters.scoringJobWait.observe(waitedMs / 1_000);
          meters.scoringJob.observe(ranMs / 1_000);
        },
        onFailed: (error, organisationId) => {
          meters.scoringJobsFailed.inc();
          log.error('A scoring job failed; the sweep tries again', {
            organisationId,
            error: error.stack ?? error.message,
          });
        },
        onStalled: () => log.warn('A scoring job of a worker that died is run again'),
        onError: (error) => log.warn('The queue cannot be reached', { reason: error.message }),
      },
    });
  }

  onApplicationBootstrap(): void {
    this.#worker.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#worker.close();
  }
}
