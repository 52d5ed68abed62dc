import type { BoardDelta } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Figures } from '../figures/figures.js';

/** How many frames are remembered until a screen tells that it painted them. */
const MOST = 2_000;
/** Beyond this a clock is wrong or a screen slept: it tells nothing about us. */
const PLAUSIBLE_MS = 60_000;

/** Measures the way from the HTTP request to the glass. */
@Injectable()
export class PaintedLatency {
  /** When the delivery of a frame that waited longest had arrived. */
  readonly #arrivals = new Map<string, number>();

  constructor(@Inject(Figures) private readonly figures: Figures) {}

  sent(
    organisationId: OrganisationId,
    { topic, revision }: BoardDelta,
    arrivedAt: number,
    now: number,
  ): void {
    this.figures.framed(now - arrivedAt);
    this.#arrivals.set(nameOf(organisationId, topic, revision), arrivedAt);
    for (const oldest of this.#arrivals.keys()) {
      if (this.#arrivals.size <= MOST) break;
      this.#arrivals.delete(oldest);
    }
  }

  painted(
    organisationId: OrganisationId,
    topic: string,
    revision: number,
    paintedAt: number,
  ): void {
    const arrivedAt = this.#arrivals.get(nameOf(organisationId, topic, revision));
    if (arrivedAt === undefined) return;
    const latency = paintedAt - arrivedAt;
    if (latency >= 0 && latency < PLAUSIBLE_MS) this.figures.painted(latency);
  }
}

function nameOf(organisationId: OrganisationId, topic: string, revision: number): string {
  return `${organisationId} ${topic} ${revision}`;
}
