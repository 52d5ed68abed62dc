import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasBody, isStreamed } from './bodies.js';
import { hangUp } from './hang-up.js';

/** How long a request may take to come in. */
export interface TimeLimits {
  /** The line and the headers. */
  readonly headMs: number;
  /** The body; of an uploaded file, each `leastBytes` of it. */
  readonly bodyMs: number;
  readonly leastBytes: number;
}

export const TIME_LIMITS: TimeLimits = { headMs: 15_000, bodyMs: 30_000, leastBytes: 65_536 };

/** For the HTTP server itself, which sees the head of a request before we do. */
export function headLimits({ headMs }: TimeLimits) {
  return { headersTimeout: headMs, connectionsCheckingInterval: Math.ceil(headMs / 4) };
}

/** Closes connections whose bodies trickle in, so that nobody holds them open for nothing. */
export function limitBodies(fastify: FastifyInstance, limits: TimeLimits): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request)) watch(request, limits);
    done();
  });
}

function watch(request: FastifyRequest, { bodyMs, leastBytes }: TimeLimits): void {
  const { raw } = request;
  const { socket } = raw;
  let seen = socket.bytesRead;
  const timer = setInterval(() => {
    if (raw.complete) return clearInterval(timer);
    const came = socket.bytesRead - seen;
    seen = socket.bytesRead;
    // What has come and is not read yet: it is we who are slow.
    if (isStreamed(request) && (came >= leastBytes || raw.readableLength > 0)) return;
    clearInterval(timer);
    hangUp(socket, 'too-slow', 'The body came too slowly; send it again');
  }, bodyMs);
  timer.unref();
  raw.once('close', () => clearInterval(timer)).once('end', () => clearInterval(timer));
}
