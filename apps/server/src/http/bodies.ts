import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PublicError } from './public-error.js';

/**
 * Reads bodies: as the bytes that came over the wire where a route asks for them (signatures are
 * made over bytes), as JSON everywhere else.
 */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (isRaw(request)) return done(null, body);
    if (body.length === 0) return done(null, undefined);
    try {
      done(null, JSON.parse(body.toString('utf8')));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      done(new PublicError('malformed', `The body is no JSON: ${reason}`));
    }
  });
}

function isRaw({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { readonly raw?: boolean }).raw === true;
}
