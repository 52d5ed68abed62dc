import type { Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import type { Move } from '../counting/scoreboard.js';
import type { TieBreak } from '../rules/tie-break.js';
import type { Placed } from './placing.js';
import { byPlace, inOrder } from './placing.js';

/** When more than these move at once, sorting all costs less than moving each. */
const MANY = 16;

/** Follows who stands where from moment to moment, and tells when the lead or a prize changes hands. */
export class LiveOrder {
  /** Indices of entrants, best first, and where in it each stands. */
  private readonly order: number[];
  private readonly position: number[];
  private leader: number | null = null;
  private inPrizes: ReadonlyMap<number, number> = new Map();
  /** Everybody as they were when they last moved: there are many comparisons for each move. */
  private readonly seen: Placed[];

  constructor(
    size: number,
    private readonly look: (entrant: number) => Placed,
    private readonly tieBreaks: readonly TieBreak[],
    /** How many places win something. */
    private readonly prizes: number,
    private readonly idOf: (entrant: number) => number,
  ) {
    this.order = Array.from({ length: size }, (_, index) => index);
    this.position = [...this.order];
    this.seen = this.order.map(look);
  }

  /** What a moment changed; the order stands afterwards. */
  follow(at: Instant, moves: readonly Move[]): readonly ContestEvent[] {
    for (const { entrant } of moves) this.seen[entrant] = this.look(entrant);
    const highest = moves.length > MANY ? this.sort() : this.moveAll(moves);
    // Who was and is below all prizes changes nothing that is told.
    if (highest > Math.max(this.prizes, this.inPrizes.size, 1)) return [];
    const seqOf = (entrant: number) =>
      (moves.find((move) => move.entrant === entrant) ?? moves[0])?.contribution.seq ?? null;
    return [...this.leads(at, seqOf), ...this.prizeChanges(at, seqOf)];
  }

  /** Puts who moved into place; answers the best place that this touched. */
  private moveAll(moves: readonly Move[]): number {
    let highest = Number.POSITIVE_INFINITY;
    // Who moves past somebody that is yet to move has to look again.
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (const { entrant } of moves) {
        const before = this.position[entrant] as number;
        this.move(entrant);
        const after = this.position[entrant] as number;
        isSettled &&= before === after || moves.length === 1;
        highest = Math.min(highest, before, after);
      }
    }
    return highest;
  }

  private sort(): number {
    this.order.sort((a, b) => inOrder(this.placed(a), this.placed(b), this.tieBreaks));
    for (const [index, entrant] of this.order.entries()) this.position[entrant] = index;
    return 0;
  }

  private move(entrant: number): void {
    let here = this.position[entrant] as number;
    while (here > 0 && this.isAhead(entrant, this.order[here - 1] as number)) {
      this.swap(here - 1);
      here -= 1;
    }
    const last = this.order.length - 1;
    while (here < last && this.isAhead(this.order[here + 1] as number, entrant)) {
      this.swap(here);
      here += 1;
    }
  }

  private isAhead(a: number, b: number): boolean {
    return inOrder(this.placed(a), this.placed(b), this.tieBreaks) < 0;
  }

  private swap(here: number): void {
    const [a, b] = [this.order[here] as number, this.order[here + 1] as number];
    this.order[here] = b;
    this.order[here + 1] = a;
    this.position[a] = here + 1;
    this.position[b] = here;
  }

  private *leads(
    at: Instant,
    seqOf: (entrant: number) => ContestEvent['seq'],
  ): Generator<ContestEvent> {
    const [first, second] = this.order;
    if (first === undefined || first === this.leader || !this.canWin(first)) return;
    const isAlone =
      second === undefined || byPlace(this.placed(first), this.placed(second), this.tieBreaks) < 0;
    if (!isAlone) return;
    const from = this.leader === null ? null : this.idOf(this.leader);
    yield { kind: 'took-the-lead', entrantId: this.idOf(first), from, at, seq: seqOf(first) };
    this.leader = first;
  }

  private *prizeChanges(
    at: Instant,
    seqOf: (entrant: number) => ContestEvent['seq'],
  ): Generator<ContestEvent> {
    const now = this.winning();
    for (const [entrant, rank] of now) {
      if (this.inPrizes.has(entrant)) continue;
      yield {
        kind: 'entered-prizes',
        entrantId: this.idOf(entrant),
        rank,
        at,
        seq: seqOf(entrant),
      };
    }
    for (const entrant of this.inPrizes.keys()) {
      if (now.has(entrant)) continue;
      yield { kind: 'left-prizes', entrantId: this.idOf(entrant), at, seq: seqOf(entrant) };
    }
    this.inPrizes = now;
  }

  /** Who stands at a place with a prize, and at which. */
  private winning(): ReadonlyMap<number, number> {
    const winning = new Map<number, number>();
    let rank = 1;
    for (const [index, entrant] of this.order.entries()) {
      const before = this.order[index - 1];
      const shares =
        before !== undefined &&
        byPlace(this.placed(before), this.placed(entrant), this.tieBreaks) === 0;
      if (!shares) rank = index + 1;
      if (rank > this.prizes || !this.canWin(entrant)) break;
      winning.set(entrant, rank);
    }
    return winning;
  }

  private placed(entrant: number): Placed {
    return this.seen[entrant] as Placed;
  }

  private canWin(entrant: number): boolean {
    const { qualifies, score } = this.placed(entrant);
    return qualifies && score > 0;
  }
}
