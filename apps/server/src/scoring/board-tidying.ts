import { RedisBoardStore } from '@bellwether/leaderboard';
import { PostgresDirectories } from '@bellwether/persistence';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { Repeated } from '../repeating/repeated.js';
import { LOG } from '../tokens.js';

const EVERY_MS = 1_800_000;
/** Boards that nobody asked for in this time are dropped; they come back when somebody asks. */
const UNWANTED_MS = 36 * 3_600_000;

/** Keeps the board store from filling up with boards of days gone by. */
@Injectable()
export class BoardTidying implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;

  constructor(
    @Inject(RedisBoardStore) private readonly store: RedisBoardStore,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(LOG) log: Log,
  ) {
    this.#repeated = new Repeated(EVERY_MS, () => this.#tidy(), log);
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#repeated.stop();
  }

  async #tidy(): Promise<void> {
    for (const organisationId of await this.directories.all()) {
      await this.store.dropUnwanted(organisationId, Date.now() - UNWANTED_MS);
    }
  }
}
