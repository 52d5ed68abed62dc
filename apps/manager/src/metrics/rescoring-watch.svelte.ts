import type { Rescoring } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

const EVERY_MS = 1_000;
/** Nobody looks at a page in the background. */
const HIDDEN_EVERY_MS = 30_000;
/** A server that does not answer is not asked at every turn. */
const CUT_EVERY_MS = 5_000;

/** How far what came before is counted; asked for again and again while it is. */
export class RescoringWatch {
  /** The last that was asked for; null when there never was any. */
  rescoring = $state.raw<Rescoring | null>(null);
  /** Why it was not stopped, or not begun. */
  trouble = $state<string | null>(null);
  /** Somebody here asked for an end of it, and it has not come to it yet. */
  stopping = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #closed = false;

  readonly isRunning = $derived(this.rescoring?.state === 'running');

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    clearTimeout(this.#timer);
    this.#round += 1;
    const round = this.#round;
    const answer = await this.api.rescoring();
    if (this.#closed || round !== this.#round) return;
    if (answer.kind === 'done') this.#hear(answer.body.rescoring);
    if (!this.isRunning) return;
    const pause = answer.kind === 'done' ? EVERY_MS : CUT_EVERY_MS;
    const isSeen = document.visibilityState === 'visible';
    this.#timer = setTimeout(() => void this.load(), isSeen ? pause : HIDDEN_EVERY_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.#after(await this.api.stopCounting());
  }

  async again(): Promise<void> {
    await this.#after(await this.api.countAgain());
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #after(answer: Answer<unknown>): Promise<void> {
    if (this.#closed) return;
    this.trouble = answer.kind === 'done' ? null : reasonOf(answer);
    if (this.trouble !== null) this.stopping = false;
    await this.load();
  }

  #hear(rescoring: Rescoring | null): void {
    this.rescoring = rescoring;
    if (rescoring?.state === 'running') return;
    this.stopping = false;
    this.trouble = null;
  }
}
