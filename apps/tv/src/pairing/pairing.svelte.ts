import type { PairingStarted } from '@bellwether/contracts';
import { pauseAfter } from '../life/pause-after.js';
import type { PairingServer } from './pairing-server.js';

/** A screen without a key shows a code, and asks until somebody has typed it at a desk. */
export class Pairing {
  code = $state.raw<PairingStarted | null>(null);
  /** For how many seconds more the code is taken. */
  left = $state(0);
  /** Whether the server answered when it was last asked; null when it was not yet. */
  reached = $state<boolean | null>(null);
  #running = false;
  /** Which code it is by number: what is answered about an earlier one is no news. */
  #round = 0;
  #endsAt = 0;
  #failures = 0;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: PairingServer,
    private readonly now: () => number,
    private readonly paired: (key: string) => void,
  ) {}

  /** Begun already, it goes on. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    void this.#begin();
  }

  stop(): void {
    this.#running = false;
    this.#round += 1;
    this.#clear();
    this.#failures = 0;
    this.code = this.reached = null;
  }

  /** The code before is shown until there is another, or none. */
  async #begin(): Promise<void> {
    const round = (this.#round += 1);
    this.#clear();
    const code = await this.server.open();
    if (round !== this.#round) return;
    this.code = code;
    this.#hear(code !== null);
    if (code === null) {
      this.#asking = setTimeout(() => void this.#begin(), pauseAfter(this.#failures));
      return;
    }
    this.#endsAt = this.now() + code.expiresIn * 1_000;
    this.#count();
    this.#pollLater(code);
  }

  #pollLater(code: PairingStarted): void {
    const pause = this.#failures > 0 ? pauseAfter(this.#failures) : 0;
    const interval = code.interval * 1_000;
    this.#asking = setTimeout(() => void this.#poll(code), Math.max(interval, pause));
  }

  async #poll(code: PairingStarted): Promise<void> {
    const round = this.#round;
    const answer = await this.server.poll(code.deviceCode);
    // A key is told once: it is good even when the code has meanwhile ended.
    if (answer?.state === 'paired' && this.#running) {
      this.stop();
      this.paired(answer.key);
      return;
    }
    if (round !== this.#round) return;
    this.#hear(answer !== null);
    if (answer?.state === 'expired') void this.#begin();
    else this.#pollLater(code);
  }

  #hear(reached: boolean): void {
    this.reached = reached;
    this.#failures = reached ? 0 : this.#failures + 1;
  }

  #count(): void {
    const left = this.#endsAt - this.now();
    this.left = Math.max(0, Math.ceil(left / 1_000));
    if (left <= 0) void this.#begin();
    else this.#counting = setTimeout(() => this.#count(), left - (this.left - 1) * 1_000);
  }

  #clear(): void {
    clearTimeout(this.#asking);
    clearTimeout(this.#counting);
  }
}
