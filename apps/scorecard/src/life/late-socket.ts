import type { LiveSocket } from '@bellwether/ui';

type Listener = (...args: never[]) => void;

/**
 * A line that can be listened to before there is one. The socket's code is a third of the page, and the first
 * number needs none of it: it is fetched meanwhile, and then takes the place that is kept here.
 */
export class LateSocket {
  #socket: LiveSocket | null = null;
  #isWanted = false;
  readonly #listeners: (readonly [event: string, listener: Listener])[] = [];

  /** As those see it who speak over it. */
  get asSocket(): LiveSocket {
    return this as unknown as LiveSocket;
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false;
  }

  get active(): boolean {
    return this.#socket?.active ?? true;
  }

  arrive(socket: LiveSocket): void {
    this.#socket = socket;
    for (const [event, listener] of this.#listeners) socket.on(event as never, listener as never);
    if (this.#isWanted) socket.connect();
  }

  on(event: string, listener: Listener): this {
    this.#listeners.push([event, listener]);
    this.#socket?.on(event as never, listener as never);
    return this;
  }

  off(event: string, listener: Listener): this {
    const at = this.#listeners.findIndex(([name, known]) => name === event && known === listener);
    if (at >= 0) this.#listeners.splice(at, 1);
    this.#socket?.off(event as never, listener as never);
    return this;
  }

  connect(): this {
    this.#isWanted = true;
    this.#socket?.connect();
    return this;
  }

  disconnect(): this {
    this.#isWanted = false;
    this.#socket?.disconnect();
    return this;
  }

  /** Speaking needs a connection, and a connection needs the socket. */
  timeout(milliseconds: number): ReturnType<LiveSocket['timeout']> {
    return this.#real().timeout(milliseconds);
  }

  emit(event: string, ...rest: unknown[]): this {
    this.#real().emit(event as never, ...(rest as never));
    return this;
  }

  #real(): LiveSocket {
    if (!this.#socket) throw new Error('Nobody speaks over a line that is not there yet');
    return this.#socket;
  }
}
