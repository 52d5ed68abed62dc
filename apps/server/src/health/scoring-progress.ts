import type { Backlog, Clock } from '@bellwether/application';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { Repeated } from '../repeating/repeated.js';
import type { Progress } from './judge-progress.js';
import { judgeProgress } from './judge-progress.js';

const EVERY_MS = 5_000;

/** Watches whether what waits is scored. */
@Injectable()
export class ScoringProgress implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;
  #progress: Progress | undefined;

  constructor(
    private readonly backlog: Backlog,
    /** Never steps, whatever is done to the time of day. */
    private readonly steadyClock: Clock,
    private readonly log: Log,
  ) {
    this.#repeated = new Repeated(EVERY_MS, () => this.look(), log);
  }

  get state(): Progress['state'] {
    return this.#progress?.state ?? 'ok';
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#repeated.stop();
  }

  async look(): Promise<void> {
    const before = this.#progress;
    // While it cannot be looked, nothing is known; the time of an outage is no time of a stall.
    this.#progress = undefined;
    const next = await this.backlog.next();
    this.#progress = judgeProgress(before, next, this.steadyClock.now());
    this.#tell(before?.state ?? 'ok', this.#progress.state);
  }

  #tell(before: Progress['state'], now: Progress['state']): void {
    if (before === now) return;
    if (now === 'ok') this.log.info('Scoring goes on');
    else this.log.error('Nothing is scored though deliveries wait; they are kept');
  }
}
