import { SIGN_IN_ROUTES } from '@bellwether/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { malformed } from '../http/schema.pipe.js';
import { tooOften } from '../http/too-fast.js';
import type { RedisRateLimits } from '../stores/redis-rate-limits.js';
import { signInProblem } from './sign-in-problem.js';
import type { SignIn } from './sign-in.js';
import { ADDRESS_HEADER, SIGN_IN_PATH } from './sign-in.js';

/** Tries for one address, from wherever they come. */
const TRIES_FOR_ADDRESS = { max: 20, window: 900 };

/** Serves sign-in beside the routes of the product, with the product's errors. */
export function serveSignIn(
  fastify: FastifyInstance,
  signIn: SignIn,
  limits: RedisRateLimits,
  publicUrl: string,
): void {
  for (const [route, schema] of Object.entries(SIGN_IN_ROUTES)) {
    const [method = '', path = ''] = route.split(' ');
    const address = new URL(SIGN_IN_PATH + path, publicUrl);
    fastify.route({
      method,
      url: SIGN_IN_PATH + path,
      handler: async (request, reply) => {
        const { data, error } = schema.safeParse(taken(request));
        if (error) throw malformed(error.issues[0]);
        if (path === '/sign-in/email' && 'email' in data) await limitTries(data.email, limits);
        const answer = await signIn.handler(asWebRequest(request, address, data));
        await send(answer, reply);
      },
    });
  }
}

async function limitTries(email: string, limits: RedisRateLimits): Promise<void> {
  const { allowed, retryAfter } = await limits.consume(
    `sign-in:${email.trim().toLowerCase()}`,
    TRIES_FOR_ADDRESS,
  );
  if (!allowed) throw tooOften(retryAfter ?? TRIES_FOR_ADDRESS.window);
}

function taken({ method, query, body }: FastifyRequest): unknown {
  return method === 'POST' ? (body ?? {}) : query;
}

/** Of what was sent only what is taken, so that nothing else reaches the library. */
function asWebRequest(request: FastifyRequest, url: URL, data: object): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  headers.set(ADDRESS_HEADER, request.ip);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const { method } = request;
  const address = new URL(url);
  if (method === 'POST')
    return new Request(address, { method, headers, body: JSON.stringify(data) });
  for (const [name, value] of Object.entries(data)) address.searchParams.set(name, String(value));
  return new Request(address, { method, headers });
}

async function send(answer: Response, reply: FastifyReply): Promise<void> {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  void reply.header('cache-control', 'no-store');
  const text = await answer.text();
  if (answer.status >= 400) throw signInProblem(answer.status, text, answer.headers);
  const location = answer.headers.get('location');
  if (answer.status >= 300 && location !== null) return void (await reply.redirect(location));
  await reply
    .status(answer.status)
    .type('application/json')
    .send(text === '' ? '{}' : text);
}
