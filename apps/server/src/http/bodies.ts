import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PublicError } from './public-error.js';

const FILES = ['text/csv', 'text/tab-separated-values', 'application/csv'];

const asBuffer = { parseAs: 'buffer' } as const;

interface BodyConfig {
  /** The bytes as they came over the wire: signatures are made over bytes. */
  readonly raw?: boolean;
  /** A small file, taken whole. */
  readonly picture?: boolean;
  /** A file of any size, read as it comes in by the route itself. */
  readonly streamed?: boolean;
}

/** Reads bodies as their route asks for them: as bytes, as a stream, or as JSON. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  // The usual type by its name: what `*` stands for is worked out anew for each request.
  fastify.addContentTypeParser<Buffer>(
    ['application/json', '*'],
    asBuffer,
    (request, body, done) => {
      if (isRaw(request) || isPicture(request)) return done(null, body);
      if (body.length === 0) return done(null, undefined);
      try {
        done(null, JSON.parse(body.toString('utf8')));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        done(new PublicError('malformed', `The body is no JSON: ${reason}`));
      }
    },
  );
  fastify.addContentTypeParser(FILES, (_request, stream, done) => done(null, stream));
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const isFile = FILES.includes(request.headers['content-type']?.split(';')[0]?.trim() ?? '');
    if (isFile === isStreamed(request) || !hasBody(request)) return done(null, payload);
    done(new PublicError('unsupported-type', isFile ? 'Send JSON' : 'Send the file as text/csv'));
  });
}

/** Whether the route reads the body itself, as it comes in. */
export function isStreamed(request: FastifyRequest): boolean {
  return configOf(request).streamed === true;
}

/** Whether the bytes of the body are what counts: a delivery of a source. */
export function isRaw(request: FastifyRequest): boolean {
  return configOf(request).raw === true;
}

/** Whether the body was read as JSON. */
export function isJson(request: FastifyRequest): boolean {
  return !isRaw(request) && !isStreamed(request) && !isPicture(request);
}

function isPicture(request: FastifyRequest): boolean {
  return configOf(request).picture === true;
}

function configOf({ routeOptions }: FastifyRequest): BodyConfig {
  return (routeOptions.config ?? {}) as BodyConfig;
}

/** Whether the head of the request says that a body follows. */
export function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
