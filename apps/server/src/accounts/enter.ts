import type { FastifyReply, FastifyRequest } from 'fastify';
import { ADDRESS_HEADER } from './sign-in.js';
import type { SignIn } from './sign-in.js';

/** Signs somebody in whose account was made this moment: the browser is given the cookie. */
export async function enter(
  signIn: SignIn,
  credentials: { readonly email: string; readonly password: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { headers } = await signIn.api.signInEmail({
    body: credentials,
    headers: new Headers({
      [ADDRESS_HEADER]: request.ip,
      'user-agent': request.headers['user-agent'] ?? '',
    }),
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) void reply.header('set-cookie', cookie);
}
