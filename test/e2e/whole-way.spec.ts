import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Figures } from '../../apps/server/src/figures/figures.js';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const BOARD = 'revenue_won.all.reps';
const SOON = { timeout: 30_000, interval: 20 };
const names = ['ada', 'bea', 'cem', 'dov', 'eve'];

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

let messages = 0;
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
/** Won long ago: it counts, and rings no bell. */
const quietly = (...[id, owner, amount]: [string, string, string]) =>
  deal(id, owner, amount, { closedOn: '2020-01-02' });

async function openFloor(server: TestServer): Promise<ApiClient> {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', ...names);
  const { body } = await floor.own<{ screens: { screenId: number }[] }>('/api/v1/screens');
  await floor.own(`/api/v1/screens/${body.screens[0]?.screenId}`, {
    method: 'PATCH',
    json: { slides: [{ board: BOARD, strip: null, seconds: 3_600 }] },
  });
  return floor;
}

async function openWall(floor: ApiClient): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${floor.url}/tv/#key=${floor.founded.screenKey}`);
  return { page, complaints };
}

const send = (floor: ApiClient, ...records: readonly object[]) =>
  floor.signedEvents(records, `msg_${(messages += 1)}`);
/** Names from the first place on, as they stand on hills and in rows. */
const places = (page: Page) =>
  page.evaluate(() => {
    const byPlace = [...document.querySelectorAll('[data-hill]')]
      .sort((a, b) => Number(a.getAttribute('data-hill')) - Number(b.getAttribute('data-hill')))
      .concat(
        [...document.querySelectorAll('.slat')].sort(
          (a, b) => Number(a.getAttribute('data-slot')) - Number(b.getAttribute('data-slot')),
        ),
      );
    return byPlace.map((place) => (place.textContent.match(/ada|bea|cem|dov|eve/) ?? [''])[0]);
  });

describe('the whole way, from a signed webhook to the glass', () => {
  it('moves a row, celebrates a win, and comes back by itself when the server restarts', async () => {
    const first = await startTestServer(await testUrls());
    const floor = await openFloor(first);
    await send(
      floor,
      ...names.map((name, index) => quietly(`D-${name}`, name, `${500 - index * 100}.00`)),
    );
    const { page, complaints } = await openWall(floor);
    await expect.poll(() => places(page), SOON).toEqual(names);

    await send(floor, quietly('D-eve-2', 'eve', '150.00'));
    await expect.poll(() => places(page), SOON).toEqual(['ada', 'bea', 'cem', 'eve', 'dov']);

    const today = new Date().toISOString().slice(0, 10);
    await send(floor, deal('D-dov-2', 'dov', '48600.00', { closedOn: today }));
    await page.waitForSelector('[data-deals="1"]');
    await expect
      .poll(() => page.locator('[data-deals="1"]').textContent(), SOON)
      .toMatch(/dov[\s\S]*Orsini Logistica/);
    await page.waitForSelector('[data-deals="1"]', { state: 'detached' });
    await expect.poll(() => places(page), SOON).toEqual(['dov', 'ada', 'bea', 'cem', 'eve']);

    const port = Number(new URL(first.url).port);
    await first.close();
    await page.waitForSelector('[data-freshness="offline"]');
    expect(await places(page)).toEqual(['dov', 'ada', 'bea', 'cem', 'eve']);

    const second = await startTestServer({ ...(await testUrls()), prefix: first.prefix, port });
    onTestFinished(() => second.close());
    await page.waitForSelector('[data-freshness="live"]', { timeout: 60_000 });
    await send(floor, quietly('D-eve-3', 'eve', '60000.00'));
    await expect.poll(() => places(page), SOON).toEqual(['eve', 'dov', 'ada', 'bea', 'cem']);
    expect(complaints).toEqual([]);
  });

  it('tells the server when a row is on the glass', async () => {
    const server = await startTestServer(await testUrls());
    onTestFinished(() => server.close());
    const floor = await openFloor(server);
    await send(floor, quietly('D-ada', 'ada', '100.00'));
    const { page } = await openWall(floor);
    await page.waitForSelector('[data-board]');
    const { toScreen } = server.app.get(Figures);
    for (let painted = 0; painted < 5; painted += 1) {
      await send(floor, quietly(`D-${painted}`, 'bea', '10.00'));
      await expect.poll(() => toScreen.count, SOON).toBe(painted + 1);
    }
    expect(toScreen.percentile(0.5)).toBeGreaterThan(0);
  });
});
