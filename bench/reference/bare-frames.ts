import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LIVE_NAMESPACE } from '@bellwether/contracts';

const UPGRADED =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
const now = (): number => performance.timeOrigin + performance.now();

/**
 * Writes frames to sockets and does nothing else: no product, no Socket.IO, no WebSocket library. It
 * answers a light screen just so that it watches.
 */
export class BareFrames {
  readonly #watching = new Set<Socket>();
  readonly #server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#watching.delete(socket));
    socket.on('data', (bytes) => this.#answer(socket, bytes.toString('latin1')));
  });

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** Frames of so many bytes to everybody, each with the moment in which it was made. */
  async send(frames: number, perSecond: number, bytes: number): Promise<void> {
    for (let sent = 0; sent < frames; sent += 1) {
      const next = pause(1_000 / perSecond);
      const delta = { freshness: { newest: { scoredAt: now() } }, number: sent, filling: '' };
      const short = `42${LIVE_NAMESPACE},${JSON.stringify(['delta', delta])}`;
      delta.filling = ' '.repeat(Math.max(bytes - short.length, 0));
      const frame = textFrame(`42${LIVE_NAMESPACE},${JSON.stringify(['delta', delta])}`);
      for (const socket of this.#watching) socket.write(frame);
      await next;
    }
  }

  #answer(socket: Socket, asked: string): void {
    if (asked.startsWith('GET ')) {
      socket.write(UPGRADED);
      socket.write(textFrame('0{}'));
    } else if (asked.includes('["watch"')) {
      socket.write(textFrame(`43${LIVE_NAMESPACE},0[{}]`));
      this.#watching.add(socket);
    } else socket.write(textFrame(`40${LIVE_NAMESPACE},{}`));
  }
}

function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
