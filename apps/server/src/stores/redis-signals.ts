import type { Signal, Signals } from '@bellwether/application';
import type { RedisClient } from '@bellwether/leaderboard';
import type { Log } from '../engines/log.js';

type Listener = (signal: Signal) => void;

/** Signals between processes, through Redis. */
export class RedisSignals implements Signals {
  readonly #listeners = new Set<Listener>();
  readonly #channel: string;

  constructor(
    private readonly redis: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
    private readonly log: Log,
  ) {
    this.#channel = `${prefix}:signals`;
  }

  async send(signal: Signal): Promise<void> {
    try {
      await this.redis.publish(this.#channel, JSON.stringify(signal));
    } catch (error) {
      // Screens notice by themselves when they miss something; the work behind it must go on.
      this.log.warn('A signal to the other processes was lost', { reason: String(error) });
    }
  }

  /** Hears every signal, one's own too. `onReconnect` is called when some may have been missed. */
  async listen(listener: Listener, onReconnect: () => void): Promise<void> {
    this.#listeners.add(listener);
    if (this.#listeners.size > 1) return;
    this.subscriber.on('ready', onReconnect);
    await this.subscriber.subscribe(this.#channel, (text) => this.#hear(text));
  }

  #hear(text: string): void {
    const signal = JSON.parse(text) as Signal;
    for (const listener of this.#listeners) listener(signal);
  }
}
