import { randomUUID } from 'node:crypto';
import type { Signal, Signals } from '@bellwether/application';
import type { RedisClient } from '@bellwether/leaderboard';
import type { Log } from '../engines/log.js';

type Listener = (signal: Signal) => void;

/** Signals between processes, through Redis. */
export class RedisSignals implements Signals {
  readonly #listeners = new Set<Listener>();
  readonly #channel: string;
  /** Tells one's own signals from those of others. */
  readonly #self = randomUUID();

  constructor(
    private readonly redis: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
    private readonly log: Log,
  ) {
    this.#channel = `${prefix}:signals`;
  }

  /** Whoever listens here hears it before this begins to wait: what is answered next is not of before. */
  async send(signal: Signal): Promise<void> {
    this.#tell(signal);
    try {
      await this.redis.publish(this.#channel, JSON.stringify({ ...signal, from: this.#self }));
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
    const { from, ...signal } = JSON.parse(text) as Signal & { readonly from?: string };
    if (from !== this.#self) this.#tell(signal);
  }

  #tell(signal: Signal): void {
    for (const listener of this.#listeners) listener(signal);
  }
}
