import type { LiveToClient, LiveToServer, WatchReply } from '@bellwether/contracts';
import { LIVE_NAMESPACE } from '@bellwether/contracts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { onTestFinished } from 'vitest';

/** The line that a page of somebody who signed in opens: the browser proves who it is. */
export class AccountSocket {
  /** What the server says no with. */
  readonly refused: Promise<string>;
  /** Hung up by the server. */
  readonly closed: Promise<void>;
  readonly #socket: Socket<LiveToClient, LiveToServer>;

  constructor(url: string, extraHeaders: { readonly cookie: string; readonly origin: string }) {
    this.#socket = io(url + LIVE_NAMESPACE, {
      transports: ['websocket'],
      extraHeaders,
      forceNew: true,
      reconnectionDelay: 50,
    });
    onTestFinished(() => void this.#socket.disconnect());
    this.refused = new Promise((resolve) =>
      this.#socket.on('connect_error', ({ message }) => resolve(message)),
    );
    this.closed = new Promise((resolve) => this.#socket.on('disconnect', () => resolve()));
  }

  ask(topic: string): Promise<WatchReply> {
    return new Promise((resolve) => this.#socket.emit('watch', { topic }, resolve));
  }
}
