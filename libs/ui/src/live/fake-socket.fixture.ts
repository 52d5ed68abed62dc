import type { LiveToClient, LiveToServer, WatchReply } from '@bellwether/contracts';
import type { LiveSocket } from './live-socket.js';

type Listener = (...args: never[]) => void;
type Answer = (failure: Error | null, reply: WatchReply) => void;

/** A socket in the hand: what was asked is listed, what is answered is up to the spec. */
export class FakeSocket {
  connected = false;
  active = true;
  readonly sent: { readonly event: string; readonly message: unknown }[] = [];
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #questions: { readonly topic: string; readonly answer: Answer }[] = [];
  readonly #clocks: ((answer: { readonly now: number }) => void)[] = [];

  get asSocket(): LiveSocket {
    return this as unknown as LiveSocket;
  }

  /** Topics that were asked for and are not answered yet. */
  get asked(): string[] {
    return this.#questions.map(({ topic }) => topic);
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return this;
  }

  off(event: string, listener: Listener): this {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }

  timeout(): this {
    return this;
  }

  connect(): this {
    return this;
  }

  disconnect(): this {
    this.drop('io client disconnect');
    return this;
  }

  emit<Event extends keyof LiveToServer>(event: Event, ...args: unknown[]): this {
    const last = args.at(-1);
    this.sent.push({ event, message: typeof args[0] === 'function' ? undefined : args[0] });
    if (event === 'watch') {
      const { topic } = args[0] as { topic: string };
      this.#questions.push({ topic, answer: last as Answer });
    }
    if (event === 'clock') this.#clocks.push(last as (answer: { readonly now: number }) => void);
    return this;
  }

  /** Answers the oldest open question. */
  answer(reply: WatchReply): void {
    this.#questions.shift()?.answer(null, reply);
  }

  answerClock(now: number): void {
    this.#clocks.shift()?.({ now });
  }

  open(): void {
    this.connected = true;
    this.#tell('connect');
  }

  drop(reason = 'transport close'): void {
    this.connected = false;
    // As socket.io does it: whoever waits for an answer hears that none will come.
    const open = this.#questions.splice(0);
    this.#tell('disconnect', reason);
    for (const { answer } of open) answer(new Error('disconnected'), undefined as never);
  }

  refuse(): void {
    this.active = false;
    this.#tell('connect_error', new Error('refused'));
  }

  hear<Event extends keyof LiveToClient>(
    event: Event,
    ...args: Parameters<LiveToClient[Event]>
  ): void {
    this.#tell(event, ...args);
  }

  listenersOf(event: string): number {
    return this.#listeners.get(event)?.size ?? 0;
  }

  #tell(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) {
      (listener as (...args: unknown[]) => void)(...args);
    }
  }
}
