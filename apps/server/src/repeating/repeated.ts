import type { Log } from '../engines/log.js';

/** Work that is done again and again, with a pause between; a failure is logged and the next try comes. */
export class Repeated {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(
    private readonly pauseMs: number,
    private readonly work: () => Promise<void>,
    private readonly log: Log,
  ) {}

  /** The first time at once. */
  start(): void {
    this.#running = this.work()
      .catch((error: unknown) =>
        this.log.warn('Repeated work failed and is tried again', { reason: String(error) }),
      )
      .finally(() => {
        if (!this.#isStopped) this.#timer = setTimeout(() => this.start(), this.pauseMs);
      });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
