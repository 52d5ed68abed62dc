import type { FastifyInstance } from 'fastify';
import type { Draining } from '../health/draining.js';

/**
 * While the process is about to stop, every answer is the last on its connection: the next request
 * goes to another process, and none arrives on a connection that is being closed.
 */
export function closeConnectionsWhile(draining: Draining, fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.isOn) void reply.header('connection', 'close');
    done();
  });
}
