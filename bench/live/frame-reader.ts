/** Takes the text messages out of what a WebSocket server sends; it never fragments or masks them. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /**
   * `onText` hears every whole message in the bytes so far, as UTF-8. Nothing of `bytes` is kept: what
   * is to outlive the call must be copied.
   */
  read(bytes: Buffer, onText: (text: Buffer) => void): void {
    let left = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const frame = firstFrame(left);
      if (!frame) break;
      const isText = (left[0]! & 0x0f) === 1;
      if (isText) onText(left.subarray(frame.from, frame.to));
      left = left.subarray(frame.to);
    }
    this.#rest = Buffer.from(left);
  }
}

/** A text message as clients send it: masked, as the protocol asks, by a mask that changes nothing. */
export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0])
      : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

/** Where the payload of the first frame lies; undefined while it is not all there. */
function firstFrame(bytes: Buffer): { readonly from: number; readonly to: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 0x7f;
  const from = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < from) return undefined;
  const length =
    short === 126
      ? bytes.readUInt16BE(2)
      : short === 127
        ? Number(bytes.readBigUInt64BE(2))
        : short;
  return bytes.length < from + length ? undefined : { from, to: from + length };
}
