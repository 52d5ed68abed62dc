import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { InHandBounds } from './in-hand-limit.js';
import { InHandLimit } from './in-hand-limit.js';
import { tooFast } from './too-fast.js';

/**
 * Deliveries in hand at once: as many as are answered within a second, by what the machine showed
 * before. The least is what one source sends side by side, and waits for a store that hesitates.
 */
const BOUNDS: InHandBounds = { least: 50, most: 500, patienceMs: 1_000 };

/**
 * Asks senders to come back while more deliveries are in hand than can be dealt with soon: who is in
 * line already is answered before it gives up, and memory is bounded. Screens and people are never
 * turned away.
 */
export function shedLoad(
  fastify: FastifyInstance,
  isIntake: (request: FastifyRequest) => boolean,
  onShed: () => void,
  bounds = BOUNDS,
): void {
  const limit = new InHandLimit(bounds);
  let inHand = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isIntake(request)) return done();
    if (inHand >= limit.most) {
      onShed();
      return done(tooFast());
    }
    inHand += 1;
    // However it ends: answered, failed or hung up on.
    reply.raw.once('close', () => (inHand -= 1));
    done();
  });
  // From here on it is we who take the time, and not who sends the body.
  fastify.addHook('preHandler', (request, reply, done) => {
    if (!isIntake(request)) return done();
    const [before, began] = [inHand, performance.now()];
    reply.raw.once('finish', () => limit.answered(before, performance.now() - began));
    done();
  });
}
