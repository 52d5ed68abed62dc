import { BackupRefused } from './backup-refused.js';

/** A file begins with this, and is a row of frames from there on. */
export const MAGIC = Buffer.from('BELLWETHER BACKUP\n');
const HEAD_BYTES = 5;
/** Larger than any that is written: a file that asks for more is damaged. */
const MOST_BYTES = 64 * 1_048_576;

/** `H`eader, `T`able begins, `D`ata of it, `E`nd of it, `Z`: end of the file. */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'Z';

export interface Frame {
  readonly kind: string;
  readonly payload: Buffer;
}

/** One byte that says what it is, four for its length, and the payload. */
export function frame(kind: FrameKind, payload: Buffer | object): Buffer[] {
  const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return [head, bytes];
}

/** @throws BackupRefused when the bytes are no backup or end in the middle of a frame. */
export async function* readFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const bytes = new Bytes(chunks);
  const magic = await bytes.take(MAGIC.length);
  if (!magic?.equals(MAGIC)) throw new BackupRefused('This is no backup of Bellwether');
  for (;;) {
    const head = await bytes.take(HEAD_BYTES);
    if (!head) return;
    const length = head.readUInt32BE(1);
    const payload = length > MOST_BYTES ? undefined : await bytes.take(length);
    if (!payload) throw new BackupRefused('The file is cut short or damaged');
    yield { kind: head.toString('latin1', 0, 1), payload };
  }
}

/** Takes as many bytes as are wanted from chunks of any size. */
class Bytes {
  readonly #chunks: AsyncIterator<Buffer>;
  #kept: Buffer[] = [];
  #size = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Undefined when there are not as many left. */
  async take(count: number): Promise<Buffer | undefined> {
    while (this.#size < count) {
      const { value, done } = await this.#next();
      if (done) return undefined;
      this.#kept.push(value);
      this.#size += value.length;
    }
    const all = this.#kept.length === 1 ? (this.#kept[0] as Buffer) : Buffer.concat(this.#kept);
    const rest = all.subarray(count);
    this.#kept = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    return all.subarray(0, count);
  }

  async #next(): Promise<IteratorResult<Buffer, unknown>> {
    try {
      return await this.#chunks.next();
    } catch (error) {
      throw new BackupRefused('The file is cut short or damaged', { cause: error });
    }
  }
}
