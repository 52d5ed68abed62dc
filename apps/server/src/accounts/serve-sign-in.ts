import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tooOften } from '../http/too-fast.js';
import type { RedisRateLimits } from '../stores/redis-rate-limits.js';
import { signInProblem } from './sign-in-problem.js';
import type { SignIn } from './sign-in.js';
import { ADDRESS_HEADER, PROVIDER, SIGN_IN_PATH } from './sign-in.js';

/** What of Better Auth is reached from outside; all else that it can do is not there. */
const OPEN = [
  'GET /get-session',
  'GET /verify-email',
  `GET /callback/${PROVIDER}`,
  'POST /sign-in/email',
  'POST /sign-in/social',
  'POST /sign-out',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
];

/** Tries for one address, from wherever they come. */
const TRIES_FOR_ADDRESS = { max: 20, window: 900 };

/** Serves sign-in beside the routes of the product, with the product's errors. */
export function serveSignIn(
  fastify: FastifyInstance,
  signIn: SignIn,
  limits: RedisRateLimits,
): void {
  for (const route of OPEN) {
    const [method = '', path = ''] = route.split(' ');
    fastify.route({
      method,
      url: SIGN_IN_PATH + path,
      handler: async (request, reply) => {
        if (path === '/sign-in/email') await limitTries(request, limits);
        const answer = await signIn.handler(asWebRequest(request));
        await send(answer, reply);
      },
    });
  }
}

async function limitTries({ body }: FastifyRequest, limits: RedisRateLimits): Promise<void> {
  const { email } = (body ?? {}) as { readonly email?: unknown };
  if (typeof email !== 'string') return;
  const { allowed, retryAfter } = await limits.consume(
    `sign-in:${email.trim().toLowerCase()}`,
    TRIES_FOR_ADDRESS,
  );
  if (!allowed) throw tooOften(retryAfter ?? TRIES_FOR_ADDRESS.window);
}

function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  headers.set(ADDRESS_HEADER, request.ip);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const { method } = request;
  return new Request(`${request.protocol}://${request.host}${request.url}`, {
    method,
    headers,
    ...(method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
  });
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
