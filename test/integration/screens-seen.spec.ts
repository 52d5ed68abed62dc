import type { CallReply, ScreensReply, Vitals, WallDayReply } from '@bellwether/contracts';
import { LiveGateway } from '../../apps/server/src/live/live.gateway.js';
import { ScreenPresence } from '../../apps/server/src/live/screen-presence.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 20_000, interval: 50 };

/** Two nodes of one installation. */
let nodes: readonly [TestServer, TestServer];
beforeAll(async () => {
  const urls = await testUrls();
  const first = await startTestServer(urls);
  nodes = [first, await startTestServer({ ...urls, prefix: first.prefix })];
});
afterAll(() => Promise.all(nodes.map((node) => node.close())));

const seenOf = async (floor: ApiClient) =>
  (await floor.own<ScreensReply>('/api/v1/screens')).body.seen;

describe('a screen', () => {
  it('is seen from every node while it is watched, and remembered when it goes dark', async () => {
    const floor = await ApiClient.found(nodes[0]);
    expect(await seenOf(floor)).toEqual([]);
    const openedAt = Date.now();
    const wall = new ScreenClient(nodes[1].url, floor.founded.screenKey);
    await vi.waitFor(async () => expect(await seenOf(floor)).toHaveLength(1), SOON);
    const [first] = await seenOf(floor);
    expect(first?.since).toBeGreaterThanOrEqual(openedAt - 1_000);
    await vi.waitFor(async () => {
      const [later] = await seenOf(floor);
      expect(later?.seenAt).toBeGreaterThan(first?.seenAt ?? 0);
      expect(later?.since).toBe(first?.since);
    }, SOON);
    wall.socket.disconnect();
    await vi.waitFor(async () => {
      const [gone] = await seenOf(floor);
      expect(Date.now() - (gone?.seenAt ?? 0)).toBeGreaterThan(4_000);
    }, SOON);
  });

  it('is seen by its own organisation only', async () => {
    const [floor, other] = [await ApiClient.found(nodes[0]), await ApiClient.found(nodes[0])];
    new ScreenClient(nodes[0].url, floor.founded.screenKey);
    await vi.waitFor(async () => expect(await seenOf(floor)).toHaveLength(1), SOON);
    expect(await seenOf(other)).toEqual([]);
  });

  it('tells how it is, and no more often than once a second', async () => {
    const floor = await ApiClient.found(nodes[0]);
    const wall = await open(nodes[1], floor);
    wall.socket.emit('vitals', VITALS);
    wall.socket.emit('vitals', { ...VITALS, memory: 1 });
    wall.socket.emit('vitals', { ...VITALS, width: 'wide' } as unknown as Vitals);
    await vi.waitFor(async () => {
      const [seen] = await seenOf(floor);
      expect([seen?.life, seen?.told?.vitals]).toEqual(['live', VITALS]);
    }, SOON);
  });

  it('whose page stands still is heard of no more, although its line is open', async () => {
    const floor = await ApiClient.found(nodes[0]);
    const wall = await open(nodes[0], floor);
    wall.socket.emit('vitals', VITALS);
    await vi.waitFor(async () => expect((await seenOf(floor))[0]?.told).not.toBe(null), SOON);
    const gateway = nodes[0].app.get(LiveGateway);
    const later = Date.now() + 40_000;
    const [still] = gateway.screensHere(floor.founded.organisationId, later);
    expect(later - still!.seenAt).toBeGreaterThan(30_000);
  });

  it('had a gap when it was away for a while, and the day tells of it', async () => {
    const floor = await ApiClient.found(nodes[0]);
    const path = `/api/v1/screens/${await screenOf(floor)}/day`;
    const day = async () => (await floor.own<WallDayReply>(path)).body;
    expect(new Set((await day()).bars)).toEqual(new Set(['unknown']));
    await wasSeen(floor, { secondsAgo: 40 });
    expect((await day()).late.times).toBe(1);
    await open(nodes[1], floor);
    await vi.waitFor(async () => expect((await seenOf(floor))[0]?.life).toBe('live'), SOON);
    const { bars, late, dark } = await day();
    expect(late.times).toBe(1);
    expect(late.seconds).toBeGreaterThanOrEqual(40);
    expect(late.seconds).toBeLessThan(60);
    expect([dark.times, bars.at(-1), bars.length]).toEqual([0, 'late', 72]);
  });

  it.each([
    [40, 'late'],
    [34 * 60, 'dark'],
  ])('that nobody has heard of for %d s is %s', async (secondsAgo, life) => {
    const floor = await ApiClient.found(nodes[0]);
    await wasSeen(floor, { secondsAgo });
    expect((await seenOf(floor))[0]?.life).toBe(life);
  });
});

describe('a call from the desk', () => {
  it('reaches the screen whichever node it is connected to, and it alone', async () => {
    const floor = await ApiClient.found(nodes[0]);
    const wall = await open(nodes[1], floor);
    const desk = new ScreenClient(nodes[1].url, floor.founded.ownerKey);
    const heard: string[] = [];
    wall.socket.on('call', ({ call }, answer) => {
      heard.push(call);
      answer({ sound: 'locked' });
    });
    desk.socket.onAny((name: string) => heard.push(`desk: ${name}`));
    await desk.ask({ topic: `screen:${await screenOf(floor)}` });
    for (const call of ['identify', 'test', 'reload']) {
      const { body } = await callScreen(floor, { call });
      expect(body).toEqual({ heard: 1, sound: 'locked' });
    }
    expect(heard.filter((name) => name !== 'desk: beat')).toEqual(['identify', 'test', 'reload']);
  });

  it('says so when the screen is not connected', async () => {
    const floor = await ApiClient.found(nodes[0]);
    const { status, body } = await callScreen(floor, { call: 'identify' });
    expect([status, body]).toEqual([200, { heard: 0, sound: null }]);
  });

  it('says so when the page of the screen does not answer', async () => {
    const floor = await ApiClient.found(nodes[0]);
    await open(nodes[1], floor);
    expect((await callScreen(floor, { call: 'test' })).body).toEqual({ heard: 0, sound: null });
  });

  it('is one of those that there are, to a screen of one’s own', async () => {
    const [floor, other] = [await ApiClient.found(nodes[0]), await ApiClient.found(nodes[0])];
    expect((await callScreen(floor, { call: 'renew-key' })).status).toBe(400);
    const path = `/api/v1/screens/${await screenOf(other)}/calls`;
    expect((await floor.own(path, { json: { call: 'test' } })).status).toBe(404);
  });
});

const VITALS: Vitals = {
  upSeconds: 2_505_600,
  clockAhead: 200,
  memory: 184_000_000,
  sound: 'ready',
  width: 1920,
  height: 1080,
  slide: { index: 1, leftSeconds: 22 },
};

async function screenOf(floor: ApiClient): Promise<number> {
  const { body } = await floor.own<ScreensReply>('/api/v1/screens');
  return body.screens[0]!.screenId;
}

/** A wall that is connected, and has been let into its rooms. */
async function open(node: TestServer, floor: ApiClient): Promise<ScreenClient> {
  const wall = new ScreenClient(node.url, floor.founded.screenKey);
  await vi.waitFor(() => expect(wall.snapshots).toBe(1), SOON);
  return wall;
}

async function callScreen(floor: ApiClient, json: object) {
  return floor.own<CallReply>(`/api/v1/screens/${await screenOf(floor)}/calls`, { json });
}

/** As a node would have told of it then. */
async function wasSeen(floor: ApiClient, { secondsAgo }: { readonly secondsAgo: number }) {
  const seenAt = Date.now() - secondsAgo * 1_000;
  const seen = { screenId: await screenOf(floor), seenAt, since: seenAt - 60_000 };
  const screen = { ...seen, engine: 'Chromium 76', told: null };
  await nodes[0].app.get(ScreenPresence).tell(floor.founded.organisationId, [screen]);
}
