import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@bellwether/contracts';
import { ERRORS } from '@bellwether/contracts';

/** Tells a sender that no route will answer what is wrong, and ends the connection. */
export function hangUp(socket: Socket, code: ErrorCode, detail: string): void {
  const { status, title } = ERRORS[code];
  const about = { type: `urn:bellwether:problem:${code}`, title, status, code, detail };
  const text = JSON.stringify(about);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
}
