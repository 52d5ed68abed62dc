import type { SignedRequest } from '@bellwether/application';
import type { FastifyRequest } from 'fastify';

/** Headers that senders sign with or by which we read the body; others never leave the request. */
const READ = [
  'authorization',
  'content-type',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'x-hubspot-signature-v3',
  'x-hubspot-request-timestamp',
] as const;

/** The request as it came over the wire. `publicUrl` is the address that senders know us by. */
export function deliveryOf(request: FastifyRequest, publicUrl: string): SignedRequest {
  const headers: Record<string, string | undefined> = {};
  for (const name of READ) {
    const value = request.headers[name];
    headers[name] = typeof value === 'string' ? value : value?.[0];
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return { method: request.method, url: publicUrl + request.url, headers, body };
}
