import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Draining } from '../../apps/server/src/health/draining.js';
import { STEADY_CLOCK } from '../../apps/server/src/tokens.js';
import { ApiClient } from '../support/api-client.js';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase } from '../support/database.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer, TestServerOptions } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

/** A database of its own: what waits in another organisation must not wait here. */
let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

async function start(options: Partial<TestServerOptions> = {}): Promise<TestServer> {
  const { redisUrl } = await testUrls();
  const server = await startTestServer({
    databaseUrl: database.url,
    redisUrl,
    // The stall of the test is no news.
    logLevel: 'silent',
    ...options,
  });
  onTestFinished(() => server.close());
  return server;
}

async function readiness({ url }: TestServer): Promise<object> {
  const reply = await fetch(`${url}/health/ready`);
  return { status: reply.status, ...((await reply.json()) as object) };
}

const ready = { status: 'ok', checks: { database: 'ok', redis: 'ok' } };

describe('/health/ready', () => {
  it('is unready once the process is about to stop, which ends each connection with its answer', async () => {
    const server = await start({ roles: ['web'] });
    const floor = await ApiClient.found(server);
    expect(await readiness(server)).toEqual({ ...ready });
    server.app.get(Draining).begin();
    expect(await readiness(server)).toEqual({
      status: 'unready',
      checks: { ...ready.checks, process: 'stopping' },
    });
    const reply = await floor.own('/api/v1/status');
    expect([reply.status, reply.headers.get('connection')]).toEqual([200, 'close']);
    const screen = new ScreenClient(server.url, floor.founded.screenKey);
    const refusal = new Promise<Error>((resolve) => screen.socket.once('connect_error', resolve));
    await refusal;
    // Not for good: it tries again by itself, and then reaches another process.
    expect(screen.socket.active).toBe(true);
  });

  it('is unready while a stuck worker scores nothing, and a web node stays ready', async () => {
    const worker = await start();
    const web = await start({ roles: ['web'], prefix: worker.prefix });
    const floor = await ApiClient.found(web);
    await floor.hire('Iberia', 'ada');
    // Two clocks that run ahead, at will.
    let ahead = 0;
    for (const { app } of [worker, web]) {
      const now = performance.now.bind(performance);
      vi.spyOn(app.get(STEADY_CLOCK), 'now').mockImplementation(() => now() + ahead);
    }
    expect(await readiness(worker)).toMatchObject({ checks: { scoring: 'ok' } });

    const locker = new pg.Client(database.url);
    await locker.connect();
    onTestFinished(() => locker.end());
    await locker.query('begin');
    await locker.query('select from ledger_head for update');
    const changedAt = new Date().toISOString();
    const owner = 'ada@example.com';
    const deal = { type: 'deal', externalId: 'D', changedAt, owner, status: 'won', amount: '1.00' };
    expect((await floor.events(deal)).status).toBe(202);

    await expect
      .poll(
        () => {
          ahead += 31_000;
          return readiness(worker);
        },
        { timeout: 40_000, interval: 500 },
      )
      .toMatchObject({ status: 'unready', checks: { scoring: 'stalled' } });
    expect((await fetch(`${worker.url}/health/ready`)).status).toBe(503);
    expect(await readiness(web)).toEqual(ready);
    expect((await floor.events({ ...deal, externalId: 'D-2' })).status).toBe(202);

    await locker.query('rollback');
    await expect
      .poll(() => readiness(worker), { timeout: 40_000, interval: 100 })
      .toMatchObject({ status: 'ok', checks: { scoring: 'ok' } });
    expect(await floor.standing('revenue_won.all.reps')).toEqual([['ada', 200]]);
  });
});
