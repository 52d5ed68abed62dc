import type { ScreensReply } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScreenPresence } from '../../apps/server/src/live/screen-presence.js';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 50 };
const MINUTE = 60_000;

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

/** A floor with walls of these names, the first of them on, and its desk. */
async function openFleet(...names: readonly string[]) {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', 'ada', 'bea', 'cem', 'dov');
  const deals = ['ada', 'bea', 'cem', 'dov'].map((owner, index) => ({
    type: 'deal',
    externalId: owner,
    changedAt: new Date().toISOString(),
    owner: `${owner}@example.com`,
    status: 'won',
    amount: `${9_000 - index * 1_000}.00`,
    name: `Deal of ${owner}`,
  }));
  await floor.events(deals);
  await floor.scored();
  for (const name of names.slice(1)) await floor.own('/api/v1/screens', { json: { name } });
  const ids = (await screensOf(floor)).screens.map(({ screenId }) => screenId);
  const rename = { method: 'PATCH', json: { name: names[0] } };
  await floor.own(`/api/v1/screens/${ids[0]}`, rename);
  const wall = await openPage(browser, `${server.url}/tv/#key=${floor.founded.screenKey}`);
  await wall.page.setViewportSize({ width: 1920, height: 1080 });
  const { page, complaints } = await openPage(
    browser,
    `${server.url}/desk/screens#key=${floor.founded.ownerKey}`,
  );
  return { floor, ids, wall, page, complaints };
}

const screensOf = async (floor: ApiClient) =>
  (await floor.own<ScreensReply>('/api/v1/screens')).body;

/** As a node would have told of it, this long ago. */
async function wasSeen(floor: ApiClient, screenId: number, minutesAgo: number): Promise<void> {
  const seenAt = Date.now() - minutesAgo * MINUTE;
  const since = seenAt - 60 * MINUTE;
  const screen = { screenId, seenAt, since, engine: 'Chromium 76', told: null };
  await server.app.get(ScreenPresence).tell(floor.founded.organisationId, [screen]);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const countOf = (page: Page, life: string) => page.locator(`[data-count="${life}"]`).textContent();

describe('the fleet at the desk', () => {
  it('shows which walls are live and dark, and what each tells of itself', async () => {
    const { floor, ids, wall, page, complaints } = await openFleet(
      'Ghent, sales floor',
      'Porto, showroom',
      'Lisbon, entrance',
    );
    await wall.page.waitForSelector('[data-board]');
    await wasSeen(floor, ids[1]!, 34);
    await expect.poll(() => countOf(page, 'live'), SOON).toContain('1');
    await expect.poll(() => countOf(page, 'dark'), SOON).toContain('dark, 34 min');
    expect(await countOf(page, 'never')).toContain('not opened yet');
    const ghent = page.getByRole('region', { name: 'Ghent, sales floor', exact: true });
    await expect.poll(() => ghent.textContent(), SOON).toContain(' s left');
    await ghent.locator('[data-fact="Engine"]', { hasText: '1080p' }).waitFor();
    await ghent.locator('[data-fact="Memory"]', { hasText: 'MB' }).waitFor();
    await ghent.getByText('Last 24 hours: live since it was opened').first().waitFor();

    await page.getByRole('button', { name: /^Porto, showroom/ }).click();
    const porto = page.getByRole('region', { name: 'Porto, showroom', exact: true });
    await porto.getByText(/Last seen (\w+,? )*\d\d:\d\d/).waitFor();
    await porto.getByText('Last 24 hours: dark once, for 34 min').first().waitFor();
    await page.getByText('Porto, showroom has been dark for 34 min').waitFor();
    expect([...complaints, ...wall.complaints]).toEqual([]);
  });

  it('has a wall show its name, ring for a test, and load its page anew', async () => {
    const { wall, page, complaints } = await openFleet('Ghent, sales floor');
    await wall.page.waitForSelector('[data-board]');
    const call = wall.page.locator('[data-part="desk-call"]');
    await press(page, 'Identify');
    await page.getByText('Ghent, sales floor shows its name').waitFor();
    await expect.poll(() => call.textContent(), SOON).toContain('Ghent, sales floor');
    await press(page, 'Test');
    // Whether the bell can be heard is up to the browser; the desk says which.
    await page.getByText(/^Ghent, sales floor (rings|shows the test)/).waitFor();
    await expect.poll(() => call.textContent(), SOON).toContain('This is a test');
    await call.waitFor({ state: 'detached' });

    await wall.page.evaluate(`window.isSamePage = true`);
    await press(page, 'Reload');
    await page.getByText('Ghent, sales floor loads its page anew').waitFor();
    await expect
      .poll(() => wall.page.evaluate(`window.isSamePage`).catch(() => true), SOON)
      .toBe(undefined);
    await wall.page.waitForSelector('[data-board]');
    expect([...complaints, ...wall.complaints]).toEqual([]);
  });

  it('says that a wall is not connected, and shows nothing', async () => {
    const { floor, ids, page } = await openFleet('Ghent, sales floor', 'Porto, showroom');
    await wasSeen(floor, ids[1]!, 34);
    await page.getByRole('button', { name: /^Porto, showroom/ }).click();
    await expect.poll(() => countOf(page, 'dark'), SOON).toContain('1');
    await press(page, 'Identify');
    await page.getByText('Porto, showroom is not connected').waitFor();
  });

  it('gives a wall a new key while it plays', async () => {
    const { wall, page, complaints } = await openFleet('Ghent, sales floor');
    await wall.page.waitForSelector('[data-board]');
    const before = wall.page.url();
    await wall.page.evaluate(`window.isSamePage = true`);
    await press(page, 'New key');
    await press(page, 'Ask for a new key');
    await page.getByText('Ghent, sales floor takes a new key').waitFor();
    await expect.poll(() => wall.page.url(), SOON).not.toBe(before);
    expect(await wall.page.evaluate(`window.isSamePage`)).toBe(true);

    // As a kiosk that always opens the address it was given, and as one that remembers nothing else.
    const kept = wall.page.url();
    for (const address of [before, kept]) {
      await wall.page.goto('about:blank');
      await wall.page.goto(address);
      await wall.page.waitForSelector('[data-board]');
    }
    await wall.page.addInitScript('localStorage.clear()');
    await wall.page.reload();
    await wall.page.waitForSelector('[data-board]');
    expect([...complaints, ...wall.complaints]).toEqual([]);
  });
});
