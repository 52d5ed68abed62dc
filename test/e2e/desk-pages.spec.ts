import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { goTo, openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

/** A floor with one person to explain and one delivery that nobody is known for, and its desk. */
async function openDesk(path = '') {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', 'ada');
  const deal = (externalId: string, owner: string) => ({
    type: 'deal',
    externalId,
    changedAt: new Date().toISOString(),
    owner: `${owner}@example.com`,
    status: 'won',
    amount: '100.00',
  });
  await floor.events([deal('D-1', 'ada'), deal('D-2', 'nobody')]);
  const opened = await openPage(
    browser,
    `${server.url}/desk/${path}#key=${floor.founded.ownerKey}`,
  );
  await opened.page.locator('[data-page-title]').waitFor();
  return { floor, ...opened };
}

const rail = (page: Page) => page.getByRole('navigation', { name: 'Pages', exact: true });
const openOnes = (page: Page) =>
  rail(page).locator('[aria-current="page"] .word').allTextContents();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());
const path = (page: Page) => new URL(page.url()).pathname;

describe('the pages of the desk', () => {
  it('are each behind their entry in the rail, with a title of their own', async () => {
    const { page, complaints } = await openDesk();
    const links = await rail(page).getByRole('link').all();
    const titles = new Set<string>();
    for (const link of links) {
      const href = (await link.getAttribute('href')) ?? '';
      await link.click();
      await expect.poll(() => path(page), SOON).toBe(href);
      await page.locator('main[data-page] h1').waitFor();
      expect(await page.locator('main h1').count()).toBe(1);
      await expect.poll(() => link.getAttribute('aria-current'), SOON).toBe('page');
      // Whoever cannot see the page hears its name.
      const heading = await page.locator('main h1').textContent();
      await expect.poll(() => focused(page), SOON).toBe(heading?.trim());
      titles.add(await page.title());
    }
    expect(links.length).toBeGreaterThanOrEqual(8);
    expect(titles.size).toBe(links.length);
    expect(complaints).toEqual([]);
  });

  it('go back and forth, also into what is looked into', async () => {
    const { page } = await openDesk();
    await goTo(page, 'sources');
    await page.locator('[data-source="canonical"]').click();
    await page.locator('[data-page="source"]').waitFor();
    expect(path(page)).toMatch(/^\/desk\/sources\/\d+$/);
    await page.reload();
    await page.locator('[data-page="source"]').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Sources and inbox' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Standing' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Sources and inbox' }).waitFor();
    await expect.poll(() => openOnes(page), SOON).toEqual(['Sources & inbox']);
  });

  it('open by their address, ask for nothing that they do not show, and forget the key', async () => {
    const { page } = await openDesk('people');
    await page.getByRole('heading', { name: 'People and teams' }).waitFor();
    await expect.poll(() => page.url(), SOON).toBe(`${server.url}/desk/people`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByRole('button', { name: 'ada', exact: true }).waitFor();
    expect(asked.filter((one) => /members|audit|scorecards|sources|parked/.test(one))).toEqual([]);
  });

  it('keep the drawer open beside them', async () => {
    const { page } = await openDesk();
    await page.locator('[data-row]').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('[data-proof="equal"]').waitFor();
    await goTo(page, 'people');
    expect(await drawer.locator('[data-part="explained"]').textContent()).toBe('€100');
    await page.getByRole('button', { name: 'ada', exact: true }).click();
    await page.getByRole('dialog', { name: /^About/ }).waitFor();
  });

  it('say what waits on them', async () => {
    const { page } = await openDesk('members');
    await expect
      .poll(
        () =>
          rail(page)
            .getByRole('link', { name: /^Sources/ })
            .textContent(),
        SOON,
      )
      .toMatch(/1\s*waits/);
  });

  it('say that there is none at an address', async () => {
    const { page } = await openDesk('nowhere');
    await page.getByText('Nothing is at this address.').waitFor();
    await page.getByRole('link', { name: 'To the floor' }).click();
    await page.getByRole('heading', { name: 'Standing' }).waitFor();
  });

  it('are all within reach on a phone', async () => {
    const { page, complaints } = await openDesk();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => rail(page).getByRole('link').count(), SOON).toBe(4);
    await rail(page).getByRole('button', { name: /^More/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('link', { name: 'Changes' }).click();
    await page.getByRole('heading', { name: 'Changes' }).waitFor();
    await expect.poll(() => sheet.count(), SOON).toBe(0);
    await expect.poll(() => focused(page), SOON).toBe('Changes');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    expect(complaints).toEqual([]);
  });
});
