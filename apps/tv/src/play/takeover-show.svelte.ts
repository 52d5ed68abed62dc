import type { Celebration } from '@bellwether/contracts';
import { planTakeover, STRIKE_AT, type TakeoverPlan } from '@bellwether/ui';

/** What the show needs from the wall around it. */
export interface TakeoverStage {
  /** Takes the celebrations that have the next turn out of the queue. */
  takeTurn(): readonly Celebration[];
  /** From now on the boards stand still: what changes is shown afterwards. */
  freeze(): void;
  /** The boards show what happened meanwhile. */
  thaw(): void;
  strike(celebrations: readonly Celebration[]): void;
  /** Puts the winner's row on the page. */
  uncover(personId: number): void;
  /** The middle of the winner's row, or of the mark when there is none. */
  locate(personId: number | null): { readonly x: number; readonly y: number };
}

export interface Showing {
  readonly plan: TakeoverPlan;
  readonly scene: number;
  readonly shrinking: boolean;
  readonly target: { readonly x: number; readonly y: number };
}

/** Deals that come in one breath are one takeover. */
const GATHER_MS = 300;
/** After a takeover its change of places is played out before the next one begins. */
const PAY_OFF_MS = 2_500;
const UNCOVER_BEFORE_MS = 900;
const MERGED = { x: 134, y: 102 };

/** Shows celebrations one takeover after the other, never two at once. */
export class TakeoverShow {
  showing = $state.raw<Showing | null>(null);
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #startedAt = 0;
  #endedAt = -Infinity;

  constructor(
    private readonly stage: TakeoverStage,
    private readonly now: () => number,
  ) {}

  /** Something waits for its turn. */
  consider(): void {
    if (this.showing || this.#gathering !== undefined) return;
    const payOff = this.#endedAt + PAY_OFF_MS - this.now();
    if (payOff > 0) this.#gathering = setTimeout(() => this.#gather(), payOff);
    else this.#gather();
  }

  /** A deal that no longer holds is shown no more. */
  takeBack(celebrationId: string): void {
    const { showing } = this;
    if (!showing) return;
    const { celebrations, scenes } = showing.plan;
    const left = celebrations.filter(({ id }) => id !== celebrationId);
    if (left.length === celebrations.length) return;
    if (left.length === 0) {
      this.#end();
      return;
    }
    const wasSum = scenes[0]?.kind === 'total';
    this.#run(planTakeover(left, wasSum || undefined));
  }

  close(): void {
    clearTimeout(this.#gathering);
    this.#clear();
  }

  #gather(): void {
    this.stage.freeze();
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined;
      this.#next();
    }, GATHER_MS);
  }

  #next(): void {
    const turn = this.stage.takeTurn();
    if (turn.length === 0) {
      this.stage.thaw();
      return;
    }
    this.#startedAt = this.now();
    const plan = planTakeover(turn);
    this.#run(plan);
    this.#at(STRIKE_AT, () => this.stage.strike(plan.celebrations));
  }

  /** Runs a plan from wherever the show is in its time. */
  #run(plan: TakeoverPlan): void {
    this.#clear();
    this.showing = { plan, scene: this.#sceneNow(plan), shrinking: false, target: MERGED };
    for (const [index, { at }] of plan.scenes.entries()) {
      if (index > 0 && at > this.#elapsed()) this.#at(at, () => this.#update({ scene: index }));
    }
    const winner = plan.celebrations.length === 1 ? plan.celebrations[0]?.person.id : undefined;
    if (winner !== undefined) {
      this.#at(plan.shrinkAt - UNCOVER_BEFORE_MS, () => this.stage.uncover(winner));
    }
    this.#at(plan.shrinkAt, () => {
      this.#update({ shrinking: true, target: this.stage.locate(winner ?? null) });
    });
    this.#at(plan.endAt, () => this.#end());
  }

  #end(): void {
    this.#clear();
    this.#endedAt = this.now();
    this.showing = null;
    this.stage.thaw();
  }

  #sceneNow(plan: TakeoverPlan): number {
    const elapsed = this.#elapsed();
    return plan.scenes.reduce((shown, { at }, index) => (at <= elapsed ? index : shown), 0);
  }

  #update(change: Partial<Showing>): void {
    if (this.showing) this.showing = { ...this.showing, ...change };
  }

  #elapsed(): number {
    return this.now() - this.#startedAt;
  }

  #at(milliseconds: number, deed: () => void): void {
    this.#timers.push(setTimeout(deed, Math.max(0, milliseconds - this.#elapsed())));
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
