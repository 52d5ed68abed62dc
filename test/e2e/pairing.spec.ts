import type { ScreenView } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

/** What the picture promises is a second; a machine that runs other tests gets a few. */
const AT_ONCE = { timeout: 5_000 };
const CODE = '[data-part="code"]';
const BOARD = '[data-board]';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('a wall that nobody has given a key', () => {
  it('is paired by its code, stays so, and shows a code again when it is shut out', async () => {
    const floor = await openFloor();
    const { page, complaints } = await plugIn();
    await page.getByText('This screen is not paired yet.').waitFor();
    await page.getByText('Open sales.example.com/pair on a phone or computer').waitFor();
    await page.evaluate(`window.isSamePage = true`);

    const screen = await claim(floor, await codeOn(page));
    await page.waitForSelector(BOARD, AT_ONCE);
    expect(await page.evaluate(`window.isSamePage`)).toBe(true);
    expect(complaints).toEqual([]);

    await page.reload();
    await page.waitForSelector(BOARD);
    const path = `/api/v1/screens/${screen.screenId}/links`;
    expect((await floor.own(path, { method: 'DELETE' })).status).toBe(204);
    await page.waitForSelector(CODE, AT_ONCE);
    await page.getByText('This screen is no longer paired.').waitFor();

    await claim(floor, await codeOn(page));
    await page.waitForSelector(BOARD, AT_ONCE);
  });

  it('needs no memory but its address', async () => {
    const floor = await openFloor();
    const { page } = await plugIn();
    await claim(floor, await codeOn(page));
    await page.waitForSelector(BOARD);
    await page.addInitScript('localStorage.clear()');
    await page.reload();
    await page.waitForSelector(BOARD);
  });

  it('shows each other wall a code of its own', async () => {
    const [one, other] = [await plugIn(), await plugIn()];
    expect(await codeOn(one.page)).not.toBe(await codeOn(other.page));
  });
});

async function openFloor(): Promise<ApiClient> {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', 'ada', 'bea');
  return floor;
}

async function plugIn(): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.url}/tv/`);
  return { page, complaints };
}

async function codeOn(page: Page): Promise<string> {
  return (await page.locator(CODE).textContent()) ?? '';
}

async function claim(floor: ApiClient, code: string): Promise<ScreenView> {
  const json = { code, name: 'Ghent, sales floor' };
  const { status, body } = await floor.own<{ screen: ScreenView }>('/api/v1/pairings/claim', {
    json,
  });
  expect(status).toBe(200);
  return body.screen;
}
