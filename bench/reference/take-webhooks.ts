import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { GroupCommit } from './group-commit.js';

const TOLERANCE_MS = 5 * 60_000;
const TYPES = ['call', 'email', 'meeting', 'deal'];

/** An HTTP server that takes signed webhooks and answers when they are on disk. */
export function takeWebhooks(secret: string, inbox: GroupCommit): Server {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      void take(request, body, key, inbox).then(
        ([status, reply]) => answer(response, status, reply),
        () => answer(response, 500, { error: 'unexpected' }),
      );
    });
  });
}

async function take(
  { headers }: IncomingMessage,
  body: Buffer,
  key: Buffer,
  inbox: GroupCommit,
): Promise<[status: number, reply: object]> {
  const arrivedAt = Date.now();
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signature = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string') {
    return [401, { error: 'unsigned' }];
  }
  if (Math.abs(arrivedAt - Number(timestamp) * 1_000) > TOLERANCE_MS) {
    return [401, { error: 'too old' }];
  }
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  const given = Buffer.from(signature.slice(3), 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return [401, { error: 'wrong signature' }];
  }
  const text = body.toString('utf8');
  const event = JSON.parse(text) as { type?: unknown; externalId?: unknown; owner?: unknown };
  const isEvent =
    TYPES.includes(event.type as string) &&
    typeof event.externalId === 'string' &&
    typeof event.owner === 'string';
  if (!isEvent) return [422, { error: 'no event' }];
  const kept = await inbox.keep({ key: id, body: text, arrivedAt });
  return [202, { accepted: kept ? 1 : 0, duplicates: kept ? 0 : 1 }];
}

function answer(response: ServerResponse, status: number, reply: object): void {
  const text = JSON.stringify(reply);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
