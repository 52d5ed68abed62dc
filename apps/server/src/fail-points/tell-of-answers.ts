import type { FastifyInstance } from 'fastify';
import type { FailPoints } from './fail-points.js';

/** An accepted delivery is about to be acknowledged. */
export function tellOfAnswers(fastify: FastifyInstance, points?: FailPoints): void {
  const onStep = points?.onStep;
  if (!onStep) return;
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (reply.statusCode === 202) onStep('before-answer');
    done(null, payload);
  });
}
