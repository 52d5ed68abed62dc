import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** A connection on which a test writes whatever bytes it likes. */
export class RawConnection {
  #heard = '';
  readonly #closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (some: Buffer) => void (this.#heard += some.toString('latin1')));
    socket.on('error', () => undefined);
    this.#closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async open(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    onTestFinished(() => void socket.destroy());
    return new RawConnection(socket);
  }

  write(text: string | Uint8Array): void {
    if (this.socket.writable) this.socket.write(text);
  }

  /** The status and the body of the answer, once one has come or the connection has ended. */
  async answer(): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const whole = /^HTTP\/1\.1 (\d{3})[\s\S]*?\r\n\r\n(\{[\s\S]*\})/;
    while (!whole.test(this.#heard) && !this.socket.destroyed) {
      await Promise.race([once(this.socket, 'data'), this.#closed]);
    }
    const [, status = '0', body = '{}'] = whole.exec(this.#heard) ?? [];
    return { status: Number(status), body: JSON.parse(body) as Record<string, unknown> };
  }

  /** Until the other side has hung up. */
  closed(): Promise<void> {
    return this.#closed;
  }
}
