import type { LiveToClient } from '@bellwether/contracts';
import type { LiveNamespace, LiveSocket } from './live-socket.js';

/** A packet with an event, in the protocol of Socket.IO. */
const EVENT = 2;
/** Before the text of a packet, in the protocol of Engine.IO. */
const MESSAGE = '4';

/**
 * An event as the bytes that go over the wire, made once for all sockets that get it. Writing to
 * thousands of sockets is what a frame costs: a third of it was what Socket.IO keeps for each of them.
 */
export class ReadyEvent<Name extends keyof LiveToClient> {
  readonly #frame: Buffer;
  readonly #payload: Parameters<LiveToClient[Name]>;

  constructor(
    namespace: LiveNamespace,
    private readonly name: Name,
    ...payload: Parameters<LiveToClient[Name]>
  ) {
    this.#payload = payload;
    const packet = { type: EVENT, nsp: namespace.name, data: [name, ...payload] };
    this.#frame = textFrame(MESSAGE + String(namespace.server.encoder.encode(packet)[0]));
  }

  sendTo(socket: LiveSocket): void {
    if (!this.sendIfFree(socket)) socket.emit(this.name, ...this.#payload);
  }

  /** False, and nothing is sent, when something waits on the line: these bytes would overtake it. */
  sendIfFree({ conn }: LiveSocket): boolean {
    const line = conn.request.socket;
    const isFree =
      conn.readyState === 'open' &&
      conn.transport.writable &&
      line.writable &&
      line.writableLength === 0;
    if (isFree) line.write(this.#frame);
    return isFree;
  }
}

/** A text message as a WebSocket server sends it: whole and not masked. */
function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([headOf(payload.length), payload]);
}

function headOf(length: number): Buffer {
  const [first, in16Bits, in64Bits] = [0x81, 126, 127];
  if (length < in16Bits) return Buffer.from([first, length]);
  if (length < 2 ** 16) return Buffer.from([first, in16Bits, length >> 8, length & 0xff]);
  const head = Buffer.alloc(10);
  head.set([first, in64Bits]);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
