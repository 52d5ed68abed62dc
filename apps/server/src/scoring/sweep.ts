import { FindWork } from '@bellwether/application';
import { ScoringQueue } from '@bellwether/queue';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { LOG } from '../tokens.js';
import { Repeated } from '../repeating/repeated.js';

/** How soon work is found that nobody announced. */
const SWEEP_MS = 3_000;

/** Has everything scored that waits, whether somebody asked or not. */
@Injectable()
export class Sweep implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;

  constructor(
    @Inject(FindWork) private readonly findWork: FindWork,
    @Inject(ScoringQueue) private readonly queue: ScoringQueue,
    @Inject(LOG) log: Log,
  ) {
    this.#repeated = new Repeated(SWEEP_MS, () => this.#sweep(), log);
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#repeated.stop();
  }

  async #sweep(): Promise<void> {
    for (const organisationId of await this.findWork.execute()) {
      await this.queue.request(organisationId);
    }
  }
}
