import { EmptyOldBodies } from '@bellwether/application';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { Repeated } from '../repeating/repeated.js';
import { LOG } from '../tokens.js';

const EVERY_MS = 3_600_000;

/** Lets go of what was sent so long ago that nobody is to keep it. */
@Injectable()
export class BodyRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;
  readonly #stopping = new AbortController();

  constructor(
    @Inject(EmptyOldBodies) private readonly emptyOldBodies: EmptyOldBodies,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.#repeated = new Repeated(EVERY_MS, () => this.#empty(), log);
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    return this.#repeated.stop();
  }

  async #empty(): Promise<void> {
    const emptied = await this.emptyOldBodies.execute(this.#stopping.signal);
    if (emptied > 0) this.log.info('Old bodies in the inbox are emptied', { bodies: emptied });
  }
}
