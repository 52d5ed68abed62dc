import type { Acceptance } from '@bellwether/application';
import { Inject, Injectable } from '@nestjs/common';
import { LatencySample } from './latency-sample.js';
import { Meters } from './meters.js';
import type { NoteScoring, ScoringFact } from './scoring-figures.js';

/** What this process has done since it started. Moments are milliseconds since 1970. */
@Injectable()
export class Figures {
  accepted = 0;
  duplicates = 0;
  refused = 0;
  deliveriesScored = 0;
  parked = 0;
  /** From the HTTP request to the row painted on a screen, in milliseconds. */
  readonly toScreen = new LatencySample();
  /** From the HTTP request to the frame leaving the server, in milliseconds. */
  readonly toFrame = new LatencySample();

  constructor(@Inject(Meters) private readonly meters: Meters) {}

  /** What became of a request whose head had arrived at `arrivedAt`. */
  took(acceptance: Acceptance, arrivedAt: number, now = Date.now()): void {
    this.meters.intakeRequests.inc({ outcome: acceptance.kind });
    if (acceptance.kind !== 'taken') return;
    const counts = { accepted: 0, duplicate: 0, ignored: 0, refused: 0 };
    for (const { kind } of acceptance.verdicts) counts[kind] += 1;
    for (const [verdict, items] of Object.entries(counts)) {
      if (items > 0) this.meters.intakeItems.inc({ verdict }, items);
    }
    this.accepted += counts.accepted;
    this.duplicates += counts.duplicate;
    this.refused += counts.refused;
    this.meters.intakeDuration.observe(Math.max(0, now - arrivedAt) / 1_000);
    if (counts.accepted > 0) this.meters.aged('intake', now - arrivedAt);
  }

  readonly note: NoteScoring = (fact) => {
    if (fact.kind === 'job-failed') this.meters.scoringJobsFailed.inc();
    else if (fact.kind === 'job-done') {
      this.meters.scoringJobWait.observe(fact.waitedMs / 1_000);
      this.meters.scoringJob.observe(fact.ranMs / 1_000);
    } else this.#scored(fact);
  };

  /** A frame left, this many milliseconds after the delivery in it that waited longest. */
  framed(milliseconds: number): void {
    this.toFrame.add(milliseconds);
    this.meters.aged('frame', milliseconds);
  }

  /** A screen painted a frame, this many milliseconds after the same. */
  painted(milliseconds: number): void {
    this.toScreen.add(milliseconds);
    this.meters.aged('screen', milliseconds);
  }

  #scored({ at, scored }: Extract<ScoringFact, { kind: 'scored' }>): void {
    const { deliveries, parked, oldestArrivedAt, newest } = scored;
    this.deliveriesScored += deliveries;
    this.parked += parked;
    this.meters.deliveriesScored.inc(deliveries);
    this.meters.parked.inc(parked);
    this.meters.aged('scoring', at - oldestArrivedAt);
    if (!newest) return;
    const delay = Math.max(0, newest.arrivedAt - newest.happenedAt);
    this.meters.sourceDelay.observe(delay / 1_000);
  }
}
