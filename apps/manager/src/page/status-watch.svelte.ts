import type { StatusReply } from '@bellwether/contracts';
import type { BellwetherApi } from '@bellwether/ui';

const EVERY_MS = 2_500;
/** Nobody looks at a page in the background. */
const HIDDEN_EVERY_MS = 30_000;

const SOON_MS = 400;
const MOST_LOOKS = 25;

/** What has arrived, what waits and how fast it is, asked every few seconds. */
export class StatusWatch {
  status = $state.raw<StatusReply | null>(null);
  /** When it was last told, by the server's clock. */
  at = $state<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(private readonly api: BellwetherApi) {}

  /** Until everything that has arrived is scored, or it takes too long to wait for. */
  async settled(): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS && !this.#closed; looks += 1) {
      await this.look();
      if (this.status?.waiting === 0) return;
      await new Promise((resolve) => setTimeout(resolve, SOON_MS));
    }
  }

  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const answer = await this.api.status();
    if (this.#closed) return;
    if (answer.kind === 'done') {
      this.status = answer.body;
      this.at = answer.at;
    }
    clearTimeout(this.#timer);
    const pause = document.visibilityState === 'visible' ? EVERY_MS : HIDDEN_EVERY_MS;
    this.#timer = setTimeout(() => void this.look(), pause);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
