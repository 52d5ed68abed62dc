import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isKeepable } from '@bellwether/domain';
import { isJson } from './bodies.js';
import { PublicError } from './public-error.js';

/** Nothing that we read is deeper. */
const MOST_DEPTH = 32;

/**
 * Refuses what no route can make sense of, before any of them sees it: JSON that is nested without
 * end, and texts with characters that cannot be kept.
 */
export function refuseHostile(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    const problem = problemOf(request);
    if (problem === undefined) done();
    else done(new PublicError('malformed', problem));
  });
}

function problemOf(request: FastifyRequest): string | undefined {
  const { query, params } = request;
  if (!isKeepable(query) || !isKeepable(params)) {
    return 'The address holds the character NUL; leave it out';
  }
  if (!isJson(request)) return undefined;
  if (isDeeperThan(MOST_DEPTH, request.body)) {
    return `The body is nested more than ${MOST_DEPTH} deep`;
  }
  return isKeepable(request.body)
    ? undefined
    : 'A text in the body holds the character NUL, or half of a surrogate pair; leave it out';
}

function isDeeperThan(most: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeperThan(most - 1, inner));
}
