import { crc32, deflateSync } from 'node:zlib';
import type { ApiClient, Reply } from './api-client.js';

/** A real picture of one colour, with a note of the camera in it. */
export function smallPng(size = 8, grey = 200): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const line = Buffer.alloc(size + 1, grey);
  line[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: size }, () => line)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0by a camera')),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** As the desk sends it. */
export function putPhoto(floor: ApiClient, person: number, raw: Buffer): Promise<Reply<unknown>> {
  const headers = { 'content-type': 'image/png' };
  return floor.own(`/api/v1/people/${person}/photo`, { method: 'PUT', raw, headers });
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
