import type { BacklogState, Clock } from '@bellwether/application';
import { PostgresBacklog } from '@bellwether/persistence';
import { ScoringQueue } from '@bellwether/queue';
import type { OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../tokens.js';
import type { Reading } from './meters.js';
import { Meters } from './meters.js';

/** What waits, looked up when Prometheus asks. It is the same on every process of an installation. */
@Injectable()
export class BacklogMeters implements OnModuleInit {
  #reading: Promise<BacklogState> | undefined;

  constructor(
    @Inject(Meters) private readonly meters: Meters,
    @Inject(PostgresBacklog) private readonly backlog: PostgresBacklog,
    @Inject(ScoringQueue) private readonly queue: ScoringQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.meters.watch(
      'bellwether_queue_deliveries',
      'Deliveries that wait to be scored',
      async () => [{ value: (await this.#read()).waiting }],
    );
    this.meters.watch(
      'bellwether_queue_oldest_age_seconds',
      'How long the oldest waiting delivery has waited; 0 when none waits',
      async () => [{ value: this.#ageOf(await this.#read()) }],
    );
    this.meters.watch(
      'bellwether_jobs',
      'Scoring jobs in the queue, one for each organisation with work, by state',
      () => this.#jobs(),
      ['state'],
    );
  }

  #ageOf({ oldestArrivedAt }: BacklogState): number {
    const now = this.clock.now();
    return Math.max(0, now - (oldestArrivedAt ?? now)) / 1_000;
  }

  async #jobs(): Promise<readonly Reading[]> {
    const counts = Object.entries(await this.queue.counts());
    return counts.map(([state, value]) => ({ labels: { state }, value }));
  }

  /** Figures that are asked for together share one look. */
  #read(): Promise<BacklogState> {
    this.#reading ??= this.backlog.read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }
}
