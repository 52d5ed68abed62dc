import type { Bodies } from '../ports/bodies.js';
import type { Clock } from '../ports/clock.js';

const DAY_MS = 86_400_000;
/** Looked at in one transaction: short enough that nobody waits for it. */
const AT_ONCE = 1_000;

/** Empties what the inbox has kept for long enough. */
export class EmptyOldBodies {
  constructor(
    private readonly bodies: Bodies,
    private readonly clock: Clock,
    /** 0 keeps them for ever. */
    private readonly keepDays: number,
  ) {}

  /** Answers how many were emptied. Ends early, between two transactions, when `stopping`. */
  async execute(stopping: AbortSignal): Promise<number> {
    if (this.keepDays === 0) return 0;
    const before = this.clock.now() - this.keepDays * DAY_MS;
    let emptied = await this.#emptyNoLongerNeeded(stopping);
    for (let more = true; more && !stopping.aborted;) {
      const step = await this.bodies.emptyNext(before, AT_ONCE);
      emptied += step.emptied;
      more = step.more;
    }
    return emptied;
  }

  async #emptyNoLongerNeeded(stopping: AbortSignal): Promise<number> {
    let emptied = 0;
    for (let step = AT_ONCE; step === AT_ONCE && !stopping.aborted; emptied += step) {
      step = await this.bodies.emptyNoLongerNeeded(AT_ONCE);
    }
    return emptied;
  }
}
