import type { Scored } from '@bellwether/application';
import { Injectable } from '@nestjs/common';
import { LatencySample } from './latency-sample.js';

/** What this process has done since it started. */
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

  took(accepted: number, duplicates: number, refused: number): void {
    this.accepted += accepted;
    this.duplicates += duplicates;
    this.refused += refused;
  }

  scored({ deliveries, parked }: Pick<Scored, 'deliveries' | 'parked'>): void {
    this.deliveriesScored += deliveries;
    this.parked += parked;
  }
}
