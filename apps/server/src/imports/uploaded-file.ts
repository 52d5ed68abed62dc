import { Readable } from 'node:stream';
import { PublicError } from '../http/public-error.js';

/** The bytes of a request as they come in, up to a limit. */
export async function* uploadedFile(
  body: unknown,
  mostBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of streamOf(body)) {
      size += chunk.length;
      if (size > mostBytes) throw tooLarge(mostBytes);
      yield chunk;
    }
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ECONNRESET') throw error;
    throw new PublicError('malformed', 'The file broke off; send it again');
  }
}

/** @throws PublicError when the sender says itself that it is more. */
export function refuseTooLarge(contentLength: string | undefined, mostBytes: number): void {
  if (Number(contentLength ?? 0) > mostBytes) throw tooLarge(mostBytes);
}

/** Left open when it is not read to its end: the sender is still to hear why. */
function streamOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) return body.iterator({ destroyOnReturn: false });
  throw new PublicError('malformed', 'The body is empty; send the file as text/csv');
}

function tooLarge(mostBytes: number): PublicError {
  return new PublicError(
    'too-large',
    `Files may have ${Math.floor(mostBytes / 1_048_576)} MB at the most; send parts, ` +
      'raise BELLWETHER_IMPORT_MEGABYTES, or import on the server by the command line',
  );
}
