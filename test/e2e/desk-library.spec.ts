import type { Rescoring } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };
const ALL = /^\s*\d+ figures\s*$/;
const CUT = /\/api\/v1\/library/;

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    testUrls().then((urls) => startTestServer({ ...urls, publicUrl: 'http://127.0.0.1' })),
  ]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

async function openDesk() {
  const floor = await ApiClient.found(server);
  const opened = await openPage(
    browser,
    `${server.url}/desk/metrics#key=${floor.founded.ownerKey}`,
  );
  const { page } = opened;
  const add = page.getByRole('button', { name: 'Add a metric' });
  await add.waitFor();
  const library = page.getByRole('dialog', { name: 'Add a metric' });
  const search = library.getByLabel('Find a figure');
  return { ...opened, add, library, search };
}

const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('the library of metrics at the desk', () => {
  it('finds a figure by its name, and adds it without a mouse', async () => {
    const { page, library, add, complaints } = await openDesk();
    await add.focus();
    await page.keyboard.press('Enter');
    await library.getByText(ALL).waitFor();
    // Nobody has chosen anything yet: Enter does nothing.
    await page.keyboard.press('Enter');
    expect(await chosen(page).count()).toBe(0);

    await page.keyboard.type('win rate by');
    await expect.poll(() => chosen(page).textContent(), SOON).toMatch(/^Win rate by value/);
    const details = library.getByRole('region', { name: 'Win rate by value' });
    await details.getByText('Amount won, divided by the amounts won and lost').waitFor();
    await page.keyboard.press('Enter');
    await details.getByRole('button', { name: 'Take it away' }).waitFor();

    // Escape lets go of the words, and only then of the library.
    await page.keyboard.press('Escape');
    await library.getByText(ALL).waitFor();
    await page.keyboard.press('Escape');
    expect(await library.count()).toBe(0);
    expect(await focused(page)).toBe('Add a metric');
    expect(complaints).toEqual([]);
  });

  it('is gone through by arrows, and what they reach is in sight', async () => {
    const { page, library, add, complaints } = await openDesk();
    await add.click();
    await library.getByText(ALL).waitFor();
    const figures = await library.getByRole('option').count();
    expect(figures).toBeGreaterThan(40);
    const last = (await library.getByRole('option').last().textContent()) ?? '';
    for (let step = 0; step < figures / 8 + 1; step += 1) await page.keyboard.press('PageDown');
    await expect.poll(() => chosen(page).textContent(), SOON).toBe(last);
    await expect.poll(() => inSight(page), SOON).toBe(true);
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(() => inSight(page), SOON).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('is narrowed by kind, role, subject and use, and let go of again', async () => {
    const { library, search, add, complaints } = await openDesk();
    await add.click();
    const filters = library.getByRole('complementary', { name: 'Filters' });
    const press = (name: RegExp) => filters.getByRole('button', { name }).click();
    const options = library.getByRole('option');
    const clear = library.getByRole('listbox').getByRole('button', { name: 'Clear' });
    await press(/^In use/);
    const used = await options.allTextContents();
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((text) => !text.includes('In use'))).toEqual([]);
    await library.getByRole('button', { name: 'Clear' }).click();
    await library.getByText(ALL).waitFor();

    // Each says what it would leave.
    await press(/^What people do/);
    const asked = filters.getByRole('button', { name: /^Sales development/ });
    const left = /(\d+)$/.exec((await asked.textContent()) ?? '')?.[1];
    await asked.click();
    await library.getByText(new RegExp(`^\\s*${left} of \\d+ figures`)).waitFor();
    expect(await options.count()).toBe(Number(left));
    await press(/^Trials and evaluations/);
    await library.getByText('No figure is all of that.').waitFor();
    await clear.click();

    await search.fill('mqls created');
    await press(/^What it brings/);
    await library.getByText('No figure like “mqls created” is left by the filters.').waitFor();
    await clear.click();
    await search.fill('pieces, seats');
    await library.getByRole('option', { name: /^Units sold/ }).waitFor();
    await search.fill('win rate of unicorns');
    await library.getByText('No figure has all of these words. These are close').waitFor();
    await library.getByRole('option', { name: /^Win rate of qualified deals/ }).waitFor();
    await search.fill('unicorn');
    await library.getByText('No figure is called “unicorn”.').waitFor();
    await clear.click();
    await library.getByText(ALL).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says why it has nothing to show, and what was not done without a line', async () => {
    const { page, library, search, add, complaints } = await openDesk();
    await page.route(CUT, (route) => route.abort());
    await add.click();
    await library.getByRole('alert').getByText('The server does not answer').waitFor();
    await page.unroute(CUT);
    await library.getByRole('button', { name: 'Try again' }).click();
    await library.getByText(ALL).waitFor();
    await search.fill('mqls created');
    await page.route(CUT, (route) => route.abort());
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByRole('alert').getByText('The server does not answer').waitFor();
    await page.unroute(CUT);
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByRole('button', { name: 'Take it away' }).waitFor();
    expect(await library.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('lays the details over the list where there is no room beside it', async () => {
    const { page, library, search, add, complaints } = await openDesk();
    await page.setViewportSize({ width: 390, height: 844 });
    await add.click();
    await search.fill('mqls created');
    expect(await library.getByRole('button', { name: 'Add it' }).isVisible()).toBe(false);
    await library.getByRole('option', { name: /^MQLs created/ }).click();
    await library.getByRole('button', { name: 'Add it' }).waitFor();
    expect(await focused(page)).toBe('All figures');
    // Escape leaves the figure, and only then the library.
    await page.keyboard.press('Escape');
    await library.getByRole('option', { name: /^MQLs created/ }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await library.getByRole('option', { name: /^MQLs created/ }).click();
    await library.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => library.count(), SOON).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is not offered to whoever may not say what is counted', async () => {
    const floor = await ApiClient.found(server);
    const viewer = await AccountClient.join(floor, { role: 'viewer' });
    const { page, complaints } = await openPage(browser, `${server.url}/desk/metrics`);
    const refused: string[] = [];
    page.on('response', (reply) => {
      if (reply.status() === 403) refused.push(reply.url());
    });
    await page.context().addCookies(viewer.forBrowser());
    await page.reload();
    await page.getByText('This page is not open to you.').waitFor();
    expect(await page.getByRole('button', { name: 'Add a metric' }).count()).toBe(0);
    expect(refused).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the counting of what came before', () => {
  it('tells how far it is, is stopped, and is begun again', async () => {
    const { page, add, complaints } = await openDesk();
    // As slow as years of records are.
    let rescoring: Rescoring = {
      state: 'running',
      reason: 'Win rate by value',
      done: 12_400,
      total: 50_000,
      startedAt: 0,
      endedAt: null,
      secondsLeft: 118,
    };
    const asked: string[] = [];
    await page.route('**/api/v1/rescoring', (route) => {
      const method = route.request().method();
      if (method !== 'GET') asked.push(method);
      return method === 'DELETE'
        ? route.fulfill({ status: 204 })
        : route.fulfill({ status: method === 'POST' ? 202 : 200, json: { rescoring } });
    });
    await page.reload();
    await add.waitFor();

    const metrics = page.getByRole('main');
    const says = (text: string) => metrics.getByText(text, { exact: true }).waitFor();
    await says('Counting what came before: 12,400 of 50,000 records, about 2 min left');
    rescoring = { ...rescoring, done: 30_000, secondsLeft: 41 };
    await says('Counting what came before: 30,000 of 50,000 records, about 40 s left');
    const bar = metrics.getByRole('progressbar', { name: 'Counting what came before' });
    expect(await bar.getAttribute('aria-valuenow')).toBe('30000');
    expect(await bar.getAttribute('aria-valuemax')).toBe('50000');

    await metrics.getByRole('button', { name: 'Stop counting what came before' }).click();
    await metrics.getByRole('button', { name: /^Stopping/ }).waitFor();
    rescoring = { ...rescoring, state: 'cancelled', done: 30_500, endedAt: 1 };
    await says('What came before is counted only in part');
    await says('Stopped at 30,500 of 50,000 records');

    rescoring = { ...rescoring, state: 'running', done: 0, endedAt: null, secondsLeft: null };
    await metrics.getByRole('button', { name: 'Count it again' }).click();
    await says('Counting what came before: 0 of 50,000 records');
    rescoring = { ...rescoring, state: 'done', done: 50_000, endedAt: 1 };
    await says('All of history is counted');
    expect(asked).toEqual(['DELETE', 'POST']);
    expect(complaints).toEqual([]);
  });
});

/** Whether the chosen line can be seen whole. */
function inSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const line = document.querySelector('[role="option"][aria-selected="true"]');
    const list = line?.closest('[role="listbox"]');
    if (!line || !list) return false;
    const [a, b] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
    return a.top >= b.top && a.bottom <= b.bottom + 1;
  });
}
