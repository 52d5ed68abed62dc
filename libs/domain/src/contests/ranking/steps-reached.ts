import type { Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import type { Move } from '../counting/scoreboard.js';
import type { PrizeRule } from '../rules/prize-rule.js';

/** Tells once of each entrant and step that it is reached. */
export class StepsReached {
  private readonly steps: readonly number[];
  private readonly reached = new Map<number, number>();

  constructor(
    prizes: readonly PrizeRule[],
    private readonly idOf: (entrant: number) => number,
  ) {
    const all = prizes.flatMap((prize) => (prize.kind === 'steps' ? prize.steps : []));
    this.steps = [...new Set(all.map(({ at }) => at))].toSorted((a, b) => a - b);
  }

  *follow(at: Instant, moves: readonly Move[]): Generator<ContestEvent> {
    for (const { entrant, after, contribution } of moves) {
      let step = this.reached.get(entrant) ?? 0;
      for (; after >= (this.steps[step] ?? Number.POSITIVE_INFINITY); step += 1) {
        yield {
          kind: 'reached-step',
          entrantId: this.idOf(entrant),
          step: step + 1,
          score: this.steps[step] as number,
          at,
          seq: contribution.seq,
        };
      }
      this.reached.set(entrant, step);
    }
  }
}
