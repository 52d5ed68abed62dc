import { randomUUID } from 'node:crypto';
import { ProveBoards } from '@bellwether/application';
import type { Celebration, FeedSnapshot, ScreenView, Watched } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OrganisationId } from '@bellwether/domain';
import { RedisSignals } from '../../apps/server/src/stores/redis-signals.js';
import { STORES } from '../../apps/server/src/tokens.js';
import { ApiClient } from '../support/api-client.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const deal = (externalId: string, owner: string, amount: string, more: object = {}) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  owner: `${owner}@example.com`,
  status: 'won',
  amount,
  name: 'Orsini Logistica',
  ...more,
});

async function floorWithScreen(): Promise<{ floor: ApiClient; screen: ScreenClient }> {
  const floor = await ApiClient.found(server);
  await floor.hire('Iberia', 'ada', 'bea');
  const screen = new ScreenClient(server.url, floor.founded.screenKey);
  await vi.waitFor(() => expect(screen.snapshots).toBe(1));
  return { floor, screen };
}

const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

describe('a screen', () => {
  it('shows every change without asking again', async () => {
    const { floor, screen } = await floorWithScreen();
    await floor.events(deal('D-1', 'ada', '100.00'));
    await screen.shows([['ada', 10_000]]);
    await floor.events(deal('D-2', 'bea', '200.00'));
    await screen.shows([
      ['bea', 20_000],
      ['ada', 10_000],
    ]);
    await floor.events(deal('D-2', 'bea', '200.00', { status: 'open' }));
    await screen.shows([['ada', 10_000]]);
    expect(screen.snapshots).toBe(1);
  });

  it('gets few frames when much happens, and ends up right', async () => {
    const { floor, screen } = await floorWithScreen();
    const before = screen.revision;
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => floor.events(deal(`D-${n}`, 'ada', '1.00'))),
    );
    await screen.shows([['ada', 20_000]]);
    expect(screen.revision - before).toBeLessThan(100);
    expect(screen.snapshots).toBe(1);
  });

  it('begins anew when the boards are rebuilt', async () => {
    const { floor, screen } = await floorWithScreen();
    await floor.events(deal('D-1', 'ada', '100.00'));
    await screen.shows([['ada', 10_000]]);
    const { epoch } = screen;
    await server.app.get(ProveBoards).rebuild(floor.founded.organisationId);
    await until(() => expect(screen.epoch).not.toBe(epoch));
    await floor.events(deal('D-2', 'ada', '1.00'));
    await screen.shows([['ada', 10_100]]);
  });

  it('finds the boards again after Redis lost everything', async () => {
    const { floor, screen } = await floorWithScreen();
    await floor.events(deal('D-1', 'ada', '100.00'));
    await screen.shows([['ada', 10_000]]);
    const stores = server.app.get<{ redis: { flushDb(): Promise<unknown> } }>(STORES);
    await stores.redis.flushDb();
    await floor.events(deal('D-2', 'bea', '200.00'));
    await screen.shows([
      ['bea', 20_000],
      ['ada', 10_000],
    ]);
  });

  it('celebrates a win once, with what it did to the board', async () => {
    const { floor, screen } = await floorWithScreen();
    const heard: Celebration[] = [];
    screen.socket.on('celebrate', (celebration) => heard.push(celebration));
    await floor.events(deal('D-1', 'ada', '500.00'));
    await until(() => expect(heard).toHaveLength(1));
    await floor.events(deal('D-2', 'bea', '200.00', { account: 'Orsini' }));
    await until(() => expect(heard).toHaveLength(2));
    await floor.events([
      deal('D-2', 'bea', '200.00', { account: 'Orsini' }),
      deal('D-2', 'ada', '200.00', { changedAt: new Date(Date.now() + 1_000).toISOString() }),
      deal('D-3', 'ada', '1.00', { closedOn: '2020-01-01' }),
    ]);
    await floor.scored();
    await screen.shows([['ada', 70_100]]);
    expect(heard).toHaveLength(2);
    expect(heard[1]).toMatchObject({
      person: { name: 'bea', team: { name: 'Iberia' } },
      amount: 20_000,
      deal: 'Orsini Logistica',
      account: 'Orsini',
      standing: { rankBefore: null, rankAfter: 2, toTheBell: 30_000, dealsThisPeriod: 1_000 },
    });
    const feed = (await screen.ask({ topic: 'feed' })) as Watched<FeedSnapshot>;
    expect(feed.snapshot.celebrations.map(({ id }) => id)).toEqual(heard.map(({ id }) => id));
  });

  it('celebrates a win in another currency at what it is worth, if anybody knows', async () => {
    const { floor, screen } = await floorWithScreen();
    const heard: Celebration[] = [];
    screen.socket.on('celebrate', (celebration) => heard.push(celebration));
    await floor.events(deal('D-1', 'ada', '500.00', { currency: 'USD' }));
    await until(() => expect(heard).toHaveLength(1));
    const rates = [{ currency: 'USD', from: '2026-01-01', rate: '0.92' }];
    await floor.own('/api/v1/exchange-rates', { method: 'PATCH', json: { rates } });
    await floor.events(deal('D-2', 'ada', '500.00', { currency: 'USD' }));
    await until(() => expect(heard).toHaveLength(2));
    expect(heard.map(({ amount, currency }) => [amount, currency])).toEqual([
      [null, 'EUR'],
      [46_000, 'EUR'],
    ]);
  });

  it('celebrates each of many wins that come at once, oldest first', async () => {
    const { floor, screen } = await floorWithScreen();
    const heard: Celebration[] = [];
    screen.socket.on('celebrate', (celebration) => heard.push(celebration));
    const wins = Array.from({ length: 250 }, (_, n) =>
      deal(`D-${n}`, n % 2 ? 'ada' : 'bea', `${n + 1}.00`),
    );
    await floor.events(wins);
    await until(() => expect(heard).toHaveLength(250));
    const ids = heard.map(({ id }) => Number(id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(new Set(heard.map(({ amount }) => amount)).size).toBe(250);
    // ada: 2, 4, … 250; bea: 1, 3, … 249.
    expect(heard.find(({ person }) => person.name === 'bea')?.standing).toMatchObject({
      rankAfter: 2,
      toTheBell: 12_500,
      dealsThisPeriod: 125_000,
    });
  });

  it('is told when a celebrated deal is taken back', async () => {
    const { floor, screen } = await floorWithScreen();
    const rung: string[] = [];
    const takenBack: string[] = [];
    screen.socket.on('celebrate', ({ id }) => rung.push(id));
    screen.socket.on('taken-back', ({ celebrationId }) => takenBack.push(celebrationId));
    await floor.events(deal('D-1', 'ada', '500.00'));
    await until(() => expect(rung).toHaveLength(1));
    await floor.events(deal('D-1', 'ada', '500.00', { status: 'open' }));
    await until(() => expect(takenBack).toEqual(rung));
    const feed = (await screen.ask({ topic: 'feed' })) as Watched<FeedSnapshot>;
    expect(feed.snapshot.celebrations).toEqual([]);
  });

  it('hears how far the numbers reach', async () => {
    const { screen } = await floorWithScreen();
    const beat = await new Promise<{ now: number; asOf: number }>((resolve) =>
      screen.socket.once('beat', resolve),
    );
    expect(beat.now - beat.asOf).toBeLessThan(2_000);
  });

  it('follows when its play list is changed', async () => {
    const { floor, screen } = await floorWithScreen();
    const { body } = await floor.own<{ screens: ScreenView[] }>('/api/v1/screens');
    const screenId = body.screens[0]?.screenId;
    await screen.ask({ topic: `screen:${screenId}` });
    const told = new Promise<ScreenView>((resolve) => screen.socket.once('screen', resolve));
    const slides = [{ board: 'calls.day.reps', strip: null, seconds: 10 }];
    await floor.own(`/api/v1/screens/${screenId}`, { method: 'PATCH', json: { slides } });
    expect((await told).slides).toEqual(slides);
    const wrong = [{ board: 'nothing.day.reps', strip: null, seconds: 10 }];
    const reply = await floor.own(`/api/v1/screens/${screenId}`, {
      method: 'PATCH',
      json: { slides: wrong },
    });
    expect(reply.status).toBe(422);
  });
});

describe('the live line', () => {
  it('lets nobody in without a key', async () => {
    const refused = new ScreenClient(server.url, 'bw_screen_guessed');
    const error = await new Promise<Error>((resolve) =>
      refused.socket.once('connect_error', resolve),
    );
    expect(error.message).toBe('unsigned');
  });

  it.each<[unknown, string]>([
    [undefined, 'malformed'],
    [null, 'malformed'],
    [7, 'malformed'],
    [{}, 'malformed'],
    [{ topic: 7 }, 'malformed'],
    [{ topic: 'board:' }, 'malformed'],
    [{ topic: 'x'.repeat(300) }, 'malformed'],
    [{ topic: 'board:../../etc' }, 'malformed'],
    [{ topic: 'board:nothing.month.reps' }, 'unknown-topic'],
    [{ topic: 'board:revenue_won.month.reps.team-999999' }, 'unknown-topic'],
    [{ topic: 'screen:999999' }, 'forbidden'],
  ])('answers %j with %s and lives on', async (topic, code) => {
    const { screen } = await floorWithScreen();
    expect(await screen.ask(topic)).toMatchObject({ error: { code } });
    const clock = await new Promise((resolve) => screen.socket.emit('clock', resolve));
    expect(clock).toMatchObject({ now: expect.any(Number) as number });
  });

  it('survives messages without an answer to give', async () => {
    const { screen } = await floorWithScreen();
    const socket = screen.socket as unknown as { emit(event: string, ...args: unknown[]): void };
    for (const event of ['watch', 'unwatch', 'painted', 'clock', 'nonsense']) {
      socket.emit(event);
      socket.emit(event, { topic: 'feed', revision: 'x', paintedAt: NaN }, 'no function');
    }
    const clock = await new Promise((resolve) => screen.socket.emit('clock', resolve));
    expect(clock).toBeTruthy();
  });

  it("tells nothing of another organisation's", async () => {
    const { floor, screen } = await floorWithScreen();
    const other = await floorWithScreen();
    const heard: unknown[] = [];
    screen.socket.onAny((event: string, ...args: unknown[]) => {
      if (event !== 'beat') heard.push([event, ...args]);
    });
    await other.floor.events(deal('D-1', 'ada', '500.00'));
    await other.screen.shows([['ada', 50_000]]);
    await floor.events(deal('D-1', 'bea', '1.00'));
    await screen.shows([['bea', 100]]);
    expect(JSON.stringify(heard)).not.toContain('50000');
  });
});

describe('two web nodes and two workers', () => {
  it('show the same, whichever took the delivery', async () => {
    const prefix = `test-${randomUUID()}`;
    const [web1, web2, worker1, worker2] = await Promise.all([
      startTestServer({ ...(await testUrls()), prefix, roles: ['web'] }),
      startTestServer({ ...(await testUrls()), prefix, roles: ['web'] }),
      startTestServer({ ...(await testUrls()), prefix, roles: ['worker'] }),
      startTestServer({ ...(await testUrls()), prefix, roles: ['worker'] }),
    ]);
    try {
      const floor = await ApiClient.found(web1);
      await floor.hire('Iberia', 'ada', 'bea');
      const screens = [web1, web2].map(
        (node) => new ScreenClient(node.url, floor.founded.screenKey),
      );
      const celebrations = screens.map(({ socket }) => {
        const ids: string[] = [];
        socket.on('celebrate', ({ id }) => ids.push(id));
        return ids;
      });
      await until(() => expect(screens.map(({ snapshots }) => snapshots)).toEqual([1, 1]));
      const sent = Array.from({ length: 40 }, (_, n) =>
        floor.events(deal(`D-${n}`, n % 2 ? 'ada' : 'bea', '1.00')),
      );
      await Promise.all(sent);
      for (const screen of screens) {
        await until(() =>
          expect(new Map(screen.standing())).toEqual(
            new Map([
              ['ada', 2_000],
              ['bea', 2_000],
            ]),
          ),
        );
      }
      await until(() => expect(celebrations.map((ids) => new Set(ids).size)).toEqual([40, 40]));
      expect(celebrations.map((ids) => ids.length)).toEqual([40, 40]);
    } finally {
      for (const node of [web1, web2, worker1, worker2]) await node.close();
    }
  });
});

describe('what processes tell each other', () => {
  it('is heard where it is said before anything is awaited, and once', async () => {
    const [signals, { redis, prefix }] = [
      server.app.get(RedisSignals),
      server.app.get<{ redis: { publish(...told: string[]): Promise<unknown> }; prefix: string }>(
        STORES,
      ),
    ];
    const heard: unknown[] = [];
    await signals.listen(
      ({ organisationId }) => heard.push(organisationId),
      () => undefined,
    );
    const [here, elsewhere] = [900_001, 900_002];
    const sending = signals.send({
      kind: 'boards-renewed',
      organisationId: here as OrganisationId,
    });
    expect(heard.filter((id) => id === here)).toHaveLength(1);
    await sending;
    // What another process says comes after the echo of our own.
    const told = { kind: 'boards-renewed', organisationId: elsewhere };
    await redis.publish(`${prefix}:signals`, JSON.stringify(told));
    await until(() => expect(heard).toContain(elsewhere));
    expect(heard.filter((id) => id === here)).toHaveLength(1);
  });
});
