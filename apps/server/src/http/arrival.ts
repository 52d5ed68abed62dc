import type { FastifyInstance, FastifyRequest } from 'fastify';

const arrivals = new WeakMap<object, number>();

/** Notes for every request when its head had arrived, before its body was read. */
export function noteArrivals(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    arrivals.set(request.raw, Date.now());
    done();
  });
}

/** Milliseconds since 1970. */
export function arrivalOf(request: FastifyRequest): number {
  return arrivals.get(request.raw) ?? Date.now();
}
