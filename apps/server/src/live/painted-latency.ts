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

  /** A frame went to everybody in a room. */
  sent(room: string, revision: number, arrivedAt: number, now: number): void {
    this.figures.framed(now - arrivedAt);
    this.#arrivals.set(`${room} ${revision}`, arrivedAt);
    for (const oldest of this.#arrivals.keys()) {
      if (this.#arrivals.size <= MOST) break;
      this.#arrivals.delete(oldest);
    }
  }

  painted(room: string, revision: number, paintedAt: number): void {
    const arrivedAt = this.#arrivals.get(`${room} ${revision}`);
    if (arrivedAt === undefined) return;
    const latency = paintedAt - arrivedAt;
    if (latency >= 0 && latency < PLAUSIBLE_MS) this.figures.painted(latency);
  }
}
