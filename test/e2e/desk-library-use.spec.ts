import type { ScreensReply } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { goTo, openPage, standingOf } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };
const METRIC = '[data-metric="mqls_created"]';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const lead = (externalId: string, owner: string) => ({
  type: 'lead',
  externalId,
  changedAt: new Date().toISOString(),
  owner: `${owner}@example.com`,
  status: 'mql',
});

/** A desk to which four leads have been sent that nothing there counts. */
async function openDesk() {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', 'ada', 'bea');
  await floor.events([
    lead('L-1', 'ada'),
    lead('L-2', 'ada'),
    lead('L-3', 'ada'),
    lead('L-4', 'bea'),
  ]);
  await floor.scored();
  const address = `${server.url}/desk/metrics#key=${floor.founded.ownerKey}`;
  const opened = await openPage(browser, address);
  const { page } = opened;
  return {
    ...opened,
    floor,
    metrics: page.getByRole('main'),
    library: page.getByRole('dialog', { name: 'Add a metric' }),
  };
}

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a metric' }).click();
  await page.getByLabel('Find a figure').fill(name);
}

describe('a figure of the library', () => {
  it('is used at one press, with all that came before', async () => {
    const { page, floor, metrics, library, complaints } = await openDesk();
    await page.getByRole('button', { name: 'Add a metric' }).waitFor();
    expect(await page.locator(METRIC).count()).toBe(0);
    await find(page, 'mqls created');
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByRole('button', { name: 'See its board' }).click();
    await expect.poll(() => library.count(), SOON).toBe(0);
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada 3', 'bea 1']);
    await goTo(page, 'metrics');
    await metrics.locator(METRIC).waitFor();
    await metrics.getByText('All of history is counted', { exact: true }).waitFor();

    // And what comes from now on.
    await goTo(page, 'floor');
    await floor.events([lead('L-5', 'bea')]);
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada 3', 'bea 2']);
    expect(complaints).toEqual([]);
  });

  it('is taken away once no wall plays it, and its board with it', async () => {
    const { page, floor, metrics, library, complaints } = await openDesk();
    await find(page, 'mqls created');
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByRole('button', { name: 'See its board' }).click();
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada 3', 'bea 1']);
    const { body } = await floor.own<ScreensReply>('/api/v1/screens');
    const [wall] = body.screens;
    const play = (metric: string) =>
      floor.own(`/api/v1/screens/${wall?.screenId}`, {
        method: 'PATCH',
        json: { slides: [{ board: `${metric}.month.reps`, strip: null, seconds: 20 }] },
      });
    expect((await play('mqls_created')).status).toBe(200);
    await goTo(page, 'metrics');

    await find(page, 'mqls created');
    const drop = library.getByRole('button', { name: 'Take it away' });
    await drop.click();
    await library.getByRole('button', { name: 'Keep it' }).waitFor();
    await drop.click();
    await library
      .getByRole('alert')
      .getByText(wall?.name ?? '')
      .waitFor();

    await play('calls');
    await drop.click();
    await library.getByRole('button', { name: 'Keep it' }).waitFor();
    await drop.click();
    await library.getByRole('button', { name: 'Add it' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await metrics.locator(METRIC).count()).toBe(0);
    // The desk looks at another board.
    await goTo(page, 'floor');
    await page.locator('[data-board^="revenue_won."], [data-board^="pipeline_created."]').waitFor();
    expect(complaints).toEqual([]);
  });
});
