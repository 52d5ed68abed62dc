import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tooFast } from './too-fast.js';

/** By then hundreds of requests stand in line, unread; a sender that gives up sends them all again. */
const MOST_DELAY_MS = 250;
const LOOK_EVERY_MS = 250;

/**
 * Asks senders to come back while more arrives than can be read: whoever is in line already is
 * answered in time, and nothing piles up in memory. Screens and people are never turned away.
 */
export async function shedLoad(
  fastify: FastifyInstance,
  isIntake: (request: FastifyRequest) => boolean,
  onShed: () => void,
): Promise<void> {
  await fastify.register(underPressure, {
    maxEventLoopDelay: MOST_DELAY_MS,
    sampleInterval: LOOK_EVERY_MS,
    pressureHandler: (request) => {
      if (!isIntake(request)) return;
      onShed();
      return Promise.reject(tooFast());
    },
  });
}
