import type { ScreensReply } from '@bellwether/contracts';
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
});
