import type { FastifyInstance } from 'fastify';

/** Tells browsers to load nothing from elsewhere, and to frame, sniff and leak nothing. */
export function sendSafely(fastify: FastifyInstance, publicUrl: string): void {
  const isSecure = publicUrl.startsWith('https:');
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('x-frame-options', 'DENY');
    void reply.header('referrer-policy', 'no-referrer');
    if (isSecure) void reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
