import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { Repeated } from '../repeating/repeated.js';
import { RedisSignals } from '../stores/redis-signals.js';
import { LOG } from '../tokens.js';
import { DataAge } from './data-age.js';
import { LiveBoards } from './live-boards.js';
import { LiveGateway } from './live.gateway.js';
import { ScreenPresence } from './screen-presence.js';

const BEAT_MS = 2_000;

/** Keeps the live side going: hears signals, beats, and turns boards over when their period ends. */
@Injectable()
export class Heart implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;

  constructor(
    @Inject(RedisSignals) private readonly signals: RedisSignals,
    @Inject(LiveGateway) private readonly gateway: LiveGateway,
    @Inject(LiveBoards) private readonly boards: LiveBoards,
    @Inject(ScreenPresence) private readonly presence: ScreenPresence,
    @Inject(DataAge) private readonly dataAge: DataAge,
    @Inject(LOG) log: Log,
  ) {
    this.#repeated = new Repeated(BEAT_MS, () => this.#beat(), log);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.signals.listen(
      (signal) => this.gateway.hear(signal),
      () => this.boards.renewed(),
    );
    this.#repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#repeated.stop();
  }

  async #beat(): Promise<void> {
    await this.boards.tidy();
    const now = Date.now();
    for (const organisationId of this.gateway.presentOrganisations()) {
      const screens = this.gateway.screensHere(organisationId, now);
      await this.presence.tell(organisationId, screens);
      await this.gateway.beat(organisationId, await this.dataAge.asOf(organisationId));
    }
    await this.gateway.recheck(now);
  }
}
