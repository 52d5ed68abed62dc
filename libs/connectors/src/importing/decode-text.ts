export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly encoding: Encoding;
  readonly texts: AsyncGenerator<string, void, undefined>;
}

/** How much is looked at to tell an encoding. */
const ENOUGH = 1_024;

/**
 * Bytes as text. Without `given`, the encoding is told by the mark at the beginning, or by the zeros
 * that UTF-16 is full of. `texts` throws a TypeError at bytes that are none of the encoding.
 */
export async function decodeText(
  bytes: AsyncIterable<Uint8Array>,
  given: Encoding | undefined,
): Promise<DecodedText> {
  const source = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  for (let size = 0; size < ENOUGH;) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const encoding = given ?? encodingOf(joined(first));
  return { encoding, texts: decodeAll(first, source, encoding) };
}

async function* decodeAll(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' });
  try {
    for (const chunk of first) yield decoder.decode(chunk, { stream: true });
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      yield decoder.decode(next.value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await rest.return?.();
  }
}

function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const looked = start.subarray(0, ENOUGH);
  const zeros = (parity: number) =>
    looked.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const many = looked.length / 4;
  if (zeros(1) > many) return 'utf-16le';
  return zeros(0) > many ? 'utf-16be' : 'utf-8';
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
