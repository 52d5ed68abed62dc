import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { LIVE_NAMESPACE } from '@bellwether/contracts';
import { FrameReader, clientFrame } from './frame-reader.js';

export interface LightScreenSettings {
  readonly port: number;
  /** A screen's key. */
  readonly token: string;
  /** `board:ID` */
  readonly topic: string;
}

const ANSWER = `43${LIVE_NAMESPACE},0`;
/** What has just arrived, of whichever screen: it is taken apart before the next one reads. */
const arrived = Buffer.alloc(65_536);

/**
 * A screen that speaks the live protocol and does nothing else, so that thousands of them fit
 * into one process beside the server.
 */
export class LightScreen {
  readonly #reader = new FrameReader();
  #received = '';
  #isOpen = false;
  #isClosed = false;
  readonly #socket: Socket;

  private constructor(
    private readonly settings: LightScreenSettings,
    private readonly onEvent: (message: Buffer) => void,
    private readonly onWatching: (answer: string) => void,
    onFailed: (error: Error) => void,
  ) {
    // Past the streams: a fifth less for each message, which else would be counted as the server's.
    const callback = (length: number): boolean => {
      this.#hear(arrived.subarray(0, length));
      return true;
    };
    const onread = { buffer: arrived, callback };
    this.#socket = connect({ port: settings.port, host: '127.0.0.1', onread });
    this.#socket.setNoDelay(true);
    this.#socket.on('connect', () => this.#upgrade());
    this.#socket.on('error', onFailed);
    this.#socket.on('close', () => this.#isClosed || onFailed(new Error('A socket was closed')));
  }

  /**
   * Resolves when it has its snapshot, with the text of it. `onEvent` hears every event after that,
   * as it came: `42/live,["delta",{…}]`, in memory that is its own until it returns.
   */
  static open(
    settings: LightScreenSettings,
    onEvent: (message: Buffer) => void,
  ): Promise<{ readonly screen: LightScreen; readonly snapshot: string }> {
    return new Promise((resolve, reject) => {
      const screen: LightScreen = new LightScreen(
        settings,
        onEvent,
        (snapshot) => resolve({ screen, snapshot }),
        reject,
      );
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#socket.destroy();
  }

  #upgrade(): void {
    this.#socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${this.settings.port}\r\n` +
        'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  }

  #hear(bytes: Buffer): void {
    if (this.#isOpen) return this.#reader.read(bytes, (text) => this.#take(text));
    this.#received += bytes.toString('latin1');
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return;
    this.#isOpen = true;
    const rest = Buffer.from(this.#received.slice(end + 4), 'latin1');
    if (rest.length > 0) this.#hear(rest);
  }

  #take(message: Buffer): void {
    if (message[0] === 0x34 && message[1] === 0x32) this.onEvent(message);
    else this.#answer(message.toString('utf8'));
  }

  #answer(text: string): void {
    if (text === '2') this.#send('3');
    else if (text.startsWith('0')) {
      this.#send(`40${LIVE_NAMESPACE},${JSON.stringify({ token: this.settings.token })}`);
    } else if (text.startsWith(`40${LIVE_NAMESPACE}`)) {
      const watch = ['watch', { topic: this.settings.topic }];
      this.#send(`42${LIVE_NAMESPACE},0${JSON.stringify(watch)}`);
    } else if (text.startsWith(ANSWER)) this.onWatching(text.slice(ANSWER.length));
  }

  #send(text: string): void {
    this.#socket.write(clientFrame(text));
  }
}
