import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tooFast } from './too-fast.js';

/** Deliveries in hand at once; the last of them waits for some tenths of a second. */
const MOST_IN_HAND = 500;

/**
 * Asks senders to come back while more deliveries are in hand than can be dealt with soon: who is in
 * line already is answered before it gives up, and memory is bounded. Screens and people are never
 * turned away.
 */
export function shedLoad(
  fastify: FastifyInstance,
  isIntake: (request: FastifyRequest) => boolean,
  onShed: () => void,
  most = MOST_IN_HAND,
): void {
  let inHand = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isIntake(request)) return done();
    if (inHand >= most) {
      onShed();
      return done(tooFast());
    }
    inHand += 1;
    // However it ends: answered, failed or hung up on.
    reply.raw.once('close', () => (inHand -= 1));
    done();
  });
}
