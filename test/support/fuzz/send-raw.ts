import { Agent, request as open } from 'node:http';
import type { FuzzRequest } from './requests.js';

const agent = new Agent({ keepAlive: true, maxSockets: 24 });
/** Whoever waits longer was forgotten. */
const FORGOTTEN_MS = 10_000;

export interface RawReply {
  /** 0: the connection was ended without an answer. */
  readonly status: number;
  readonly told: string;
}

/** Sends what is given, however wrong, and answers all that comes back: heads and body. */
export function sendRaw(
  url: string,
  { method, path, headers, body }: FuzzRequest,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = open({ hostname, port, agent, method, path, headers, timeout: FORGOTTEN_MS });
    sent.on('timeout', () => reject(new Error(`${method} ${path} was not answered`)));
    sent.on('error', () => resolve({ status: 0, told: '' }));
    sent.on('response', (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => void chunks.push(chunk));
      reply.on('error', () => resolve({ status: 0, told: '' }));
      reply.on('end', () => {
        const told = `${reply.rawHeaders.join(' ')} ${Buffer.concat(chunks).toString()}`;
        resolve({ status: reply.statusCode ?? 0, told });
      });
    });
    sent.end(body);
  });
}
