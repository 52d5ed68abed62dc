import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From one frame of a screen up to a night's outage, in seconds. */
const AGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600];
/** From a live webhook to an import of last year, in seconds. */
const DELAYS = [0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 86_400, 604_800, 31_536_000];
const WORK = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** One value of a figure that is looked up when it is read. */
export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The figures of one server as Prometheus reads them. No label names an organisation or a person. */
@Injectable()
export class Meters {
  readonly registry = new Registry();

  readonly intakeItems = this.#counter(
    'bellwether_intake_items_total',
    'Items that arrived, by what became of them',
    ['verdict'],
  );
  readonly intakeRequests = this.#counter(
    'bellwether_intake_requests_total',
    'Intake requests, by outcome; busy and shed ones were asked to come back (429)',
    ['outcome'],
  );
  readonly intakeDuration = this.#histogram(
    'bellwether_intake_duration_seconds',
    'From the head of a request until its items are on disk',
    WORK,
  );
  readonly eventAge = this.#histogram(
    'bellwether_event_age_seconds',
    'Since the delivery arrived, of the one that waited longest in its request, batch or frame',
    AGES,
    ['at'],
  );
  readonly sourceDelay = this.#histogram(
    'bellwether_source_delay_seconds',
    'How old the newest event of a scored batch was when it arrived',
    DELAYS,
  );
  readonly deliveriesScored = this.#counter(
    'bellwether_deliveries_scored_total',
    'Deliveries taken from the queue and scored',
  );
  readonly parked = this.#counter(
    'bellwether_parked_total',
    'Deliveries and records that could not be counted when they were scored',
  );
  readonly scoringJob = this.#histogram(
    'bellwether_scoring_job_duration_seconds',
    'How long a scoring job ran',
    WORK,
  );
  readonly scoringJobWait = this.#histogram(
    'bellwether_scoring_job_wait_seconds',
    'How long a scoring job waited for a worker',
    WORK,
  );
  readonly scoringJobsFailed = this.#counter(
    'bellwether_scoring_jobs_failed_total',
    'Scoring jobs that failed; the sweep tries again',
  );

  /** A delivery's way so far, in milliseconds; clocks that disagree make no negative age. */
  aged(at: 'intake' | 'scoring' | 'frame' | 'screen', milliseconds: number): void {
    this.eventAge.observe({ at }, Math.max(0, milliseconds) / 1_000);
  }

  /** A figure that is looked up whenever it is asked for. What cannot be looked up is left out. */
  watch(
    name: string,
    help: string,
    read: () => Promise<readonly Reading[]> | readonly Reading[],
    labelNames: readonly string[] = [],
  ): void {
    const registers = [this.registry];
    const collect = async (): Promise<void> => {
      const readings = await Promise.resolve()
        .then(read)
        .catch(() => []);
      gauge.reset();
      // Without labels, a reset figure reads 0, which would be a claim.
      if (labelNames.length === 0) gauge.remove();
      for (const { labels = {}, value } of readings) gauge.set(labels, value);
    };
    const gauge = new Gauge({ name, help, labelNames, registers, collect });
  }

  #counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  #histogram(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly string[] = [],
  ): Histogram {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.registry] });
  }
}
