import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { RawConnection } from '../support/raw-connection.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  const limits = { headMs: 400, bodyMs: 400, leastBytes: 1_000 };
  server = await startTestServer({ ...(await testUrls()), limits });
});
afterAll(() => server.close());

const deal = (externalId: string) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  status: 'won',
  owner: 'ada@example.com',
  amount: '100.00',
});

/** A byte at a time, for as long as the other side listens. */
function trickle(connection: RawConnection): void {
  const timer = setInterval(() => connection.write('x'), 20);
  void connection.closed().then(() => clearInterval(timer));
}

function head(floor: ApiClient, path: string, more: string): string {
  const key = path.includes('imports') ? floor.founded.ownerKey : floor.founded.source.apiKey;
  return (
    `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n` +
    `content-length: 100000\r\n${more}\r\n\r\n`
  );
}

describe('a sender that trickles', () => {
  it.each([
    ['its headers', () => 'POST /api/v1/events HTTP/1.1\r\nhost: x\r\nx-slow: '],
    [
      'its body',
      (floor: ApiClient) => head(floor, '/api/v1/events', 'content-type: application/json'),
    ],
    ['a file', (floor: ApiClient) => head(floor, '/api/v1/imports', 'content-type: text/csv')],
  ])('%s is cut off with a reason, and others do not notice', async (_, start) => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const slow = await Promise.all(
      Array.from({ length: 20 }, () => RawConnection.open(server.url)),
    );
    for (const connection of slow) {
      connection.write(start(floor));
      trickle(connection);
    }
    expect((await floor.events(deal('D-1'))).status).toBe(202);
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
    for (const connection of slow) {
      expect(await connection.answer()).toMatchObject({ status: 408, body: { code: 'too-slow' } });
      await connection.closed();
    }
    expect((await floor.own('/api/v1/imports')).body).toEqual({ imports: [] });
  });

  it.each([
    ['is no HTTP', '\u0016\u0003\u0001 hello\r\n\r\n', 400, 'malformed'],
    ['never ends its head', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 413, 'too-large'],
  ])('and one that %s gets a problem, too', async (_, bytes, status, code) => {
    const connection = await RawConnection.open(server.url);
    connection.write(bytes);
    expect(await connection.answer()).toMatchObject({ status, body: { code } });
    await connection.closed();
  });
});
