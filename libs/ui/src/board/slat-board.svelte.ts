import type { BoardRow } from '@bellwether/contracts';
import { planMoves, type PlacedSlat, type SlatMotion } from './plan-moves.js';
import { Seats } from './seats.js';

/** A row on the page, where it stands and how it got there. */
export interface SlatView {
  /** The element that shows it. */
  readonly seat: number;
  readonly row: BoardRow;
  readonly slot: number;
  readonly motion: SlatMotion;
  /** Counts the row's cross-fades, so that each one runs. */
  readonly fades: number;
}

/** The rows of one page, each with the way to its place. */
export class SlatBoard {
  /** In the order of their seats: elements that change their order are laid out anew. */
  slats = $state.raw<readonly SlatView[]>([]);
  readonly #seats = new Seats();
  #flyingUntil = new Map<number, number>();

  show(rows: readonly BoardRow[], now: number): void {
    const before = new Map(this.slats.map((slat) => [slat.row.id, slat]));
    const plan = planMoves(
      this.slats.map(placed),
      rows.map((row, slot) => placed({ row, slot })),
    );
    const flying = new Map<number, number>();
    const first = this.slats.length === 0;
    const seats = this.#seats.take(rows.map(({ id }) => id));
    const slats = rows.map((row, slot): SlatView => {
      const was = before.get(row.id);
      const planned = plan.get(row.id) ?? { kind: 'still' };
      const motion = first ? { kind: 'still' as const } : this.#smooth(row.id, planned, was, now);
      const landsAt =
        planned.kind === 'slide' && motion.kind === 'slide'
          ? now + motion.delay + motion.duration
          : (this.#flyingUntil.get(row.id) ?? 0);
      if (landsAt > now) flying.set(row.id, landsAt);
      const fades =
        (was?.fades ?? 0) + (motion.kind === 'cross-fade' && motion !== was?.motion ? 1 : 0);
      return { seat: seats[slot] as number, row, slot, motion, fades };
    });
    this.slats = slats.sort((a, b) => a.seat - b.seat);
    this.#flyingUntil = flying;
  }

  /** A row in flight goes on from where it is: without a pause, and not stopped by a change elsewhere. */
  #smooth(id: number, planned: SlatMotion, was: SlatView | undefined, now: number): SlatMotion {
    if (planned.kind === 'still') return was?.motion ?? planned;
    const inFlight = (this.#flyingUntil.get(id) ?? 0) > now;
    return planned.kind === 'slide' && inFlight ? { ...planned, delay: 0 } : planned;
  }
}

function placed({ row, slot }: { readonly row: BoardRow; readonly slot: number }): PlacedSlat {
  return { id: row.id, slot, score: row.score };
}
