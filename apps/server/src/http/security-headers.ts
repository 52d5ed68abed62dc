import type { FastifyInstance } from 'fastify';
import { API_PAGE, NO_PAGE, SCRIPT } from './content-policy.js';

/** Tells browsers to load nothing from elsewhere, and to frame, sniff and leak nothing. */
export function sendSafely(fastify: FastifyInstance, publicUrl: string): void {
  const isSecure = publicUrl.startsWith('https:');
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('x-frame-options', 'DENY');
    void reply.header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('content-security-policy')) {
      const type = String(reply.getHeader('content-type') ?? '');
      void reply.header('content-security-policy', policyOf(type));
    }
    if (isSecure) void reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}

/** Of what has no policy of its own. */
function policyOf(contentType: string): string {
  if (contentType.startsWith('text/html')) return API_PAGE;
  return /\bjavascript\b/.test(contentType) ? SCRIPT : NO_PAGE;
}
