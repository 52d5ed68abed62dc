import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase } from '../support/database.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const PATIENCE = { timeout: 20_000, interval: 20 };
const TOKEN = 'prometheus-token-of-the-test';

/** Of its own: the queue of other tests must not be in the figures. */
let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  const { redisUrl } = await testUrls();
  server = await startTestServer({ databaseUrl: database.url, redisUrl, metricsToken: TOKEN });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const read = (url: string, token?: string): Promise<Response> =>
  fetch(`${url}/metrics`, token === undefined ? {} : { headers: { authorization: token } });

/** Name and labels → value. */
async function figures(): Promise<Readonly<Record<string, number>>> {
  const text = await (await read(server.url, `Bearer ${TOKEN}`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('/metrics', () => {
  it.each([
    ['no token', undefined],
    ['a wrong token', 'Bearer prometheus-token-of-the-tesT'],
    ['the beginning of the token', 'Bearer prometheus'],
    ['the token as a password', `Basic ${TOKEN}`],
  ])('asks for its token when it gets %s', async (_, authorization) => {
    const reply = await read(server.url, authorization);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    expect(await reply.text()).not.toContain('bellwether_intake');
  });

  it('is not there unless a token is set', async () => {
    const silent = await startTestServer(await testUrls());
    onTestFinished(() => silent.close());
    expect((await read(silent.url, `Bearer ${TOKEN}`)).status).toBe(404);
  });

  it('tells what arrived, what was scored and how old it was at every step', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const screen = new ScreenClient(server.url, floor.founded.screenKey);
    await vi.waitFor(() => expect(screen.snapshots).toBe(1), PATIENCE);
    const before = await figures();
    const grown = (now: Readonly<Record<string, number>>, name: string): number =>
      (now[name] ?? 0) - (before[name] ?? 0);

    const deal = {
      type: 'deal',
      externalId: 'D-1',
      changedAt: new Date(Date.now() - 60_000).toISOString(),
      owner: 'ada@example.com',
      status: 'won',
      amount: '100.00',
    };
    await floor.events([deal, { ...deal, externalId: 'D-2', owner: 'nobody@example.com' }, {}]);
    await floor.events(deal);
    await screen.shows([['ada', 10_000]]);
    await floor.scored();

    const now = await vi.waitFor(async () => {
      const found = await figures();
      expect(grown(found, 'bellwether_scoring_job_duration_seconds_count')).toBeGreaterThan(0);
      return found;
    }, PATIENCE);
    expect(grown(now, 'bellwether_intake_items_total{verdict="accepted"}')).toBe(2);
    expect(grown(now, 'bellwether_intake_items_total{verdict="duplicate"}')).toBe(1);
    expect(grown(now, 'bellwether_intake_items_total{verdict="refused"}')).toBe(1);
    expect(grown(now, 'bellwether_intake_requests_total{outcome="taken"}')).toBe(2);
    expect(grown(now, 'bellwether_intake_duration_seconds_count')).toBe(2);
    expect(grown(now, 'bellwether_deliveries_scored_total')).toBe(2);
    expect(grown(now, 'bellwether_parked_total')).toBe(1);
    expect(grown(now, 'bellwether_event_age_seconds_count{at="intake"}')).toBe(1);
    for (const at of ['scoring', 'frame']) {
      expect(grown(now, `bellwether_event_age_seconds_count{at="${at}"}`)).toBeGreaterThan(0);
    }
    expect(grown(now, 'bellwether_source_delay_seconds_sum')).toBeGreaterThanOrEqual(60);
    expect(now).toMatchObject({
      bellwether_queue_deliveries: 0,
      bellwether_queue_oldest_age_seconds: 0,
      bellwether_sockets_connected: 1,
      'bellwether_jobs{state="failed"}': 0,
    });
    expect(now['process_resident_memory_bytes']).toBeGreaterThan(0);
  });

  it('tells how old a frame was when a screen painted it', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const screen = new ScreenClient(server.url, floor.founded.screenKey);
    await vi.waitFor(() => expect(screen.snapshots).toBe(1), PATIENCE);
    const name = 'bellwether_event_age_seconds_count{at="screen"}';
    const before = (await figures())[name] ?? 0;
    screen.socket.on('delta', ({ topic, revision }) =>
      screen.socket.emit('painted', { topic, revision, paintedAt: Date.now() }),
    );
    const [changedAt, owner] = [new Date().toISOString(), 'ada@example.com'];
    await floor.events({
      type: 'deal',
      externalId: 'D',
      changedAt,
      owner,
      status: 'won',
      amount: '1.00',
    });
    await expect.poll(async () => (await figures())[name] ?? 0, PATIENCE).toBeGreaterThan(before);
  });

  it('names no organisation and nobody', async () => {
    const floor = await ApiClient.found(server, { name: 'Orsini Logistica' });
    await floor.hire('Iberia', 'ada');
    await floor.scored();
    const text = await (await read(server.url, `Bearer ${TOKEN}`)).text();
    expect(text).not.toMatch(/Orsini|ada|organisation="|person="/i);
  });
});
