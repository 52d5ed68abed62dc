import type { Socket } from 'node:net';
import { hangUp } from './hang-up.js';

/** Answers what is no HTTP, or not in time, and hangs up. */
export function answerBrokenRequest({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    hangUp(socket, 'too-slow', 'The head of the request came too slowly; send it again');
  } else if (code === 'HPE_HEADER_OVERFLOW') {
    hangUp(socket, 'too-large', 'The head of a request may have 16 KB at the most');
  } else hangUp(socket, 'malformed', 'This is no HTTP request');
}
