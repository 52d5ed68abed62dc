import type { Rescoring } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { LibraryStage } from '../support/library-stage.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    testUrls().then((urls) => startTestServer({ ...urls, publicUrl: 'http://127.0.0.1' })),
  ]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const running: Rescoring = {
  state: 'running',
  reason: 'Win rate by value',
  done: 12_400,
  total: 50_000,
  startedAt: 0,
  endedAt: null,
  secondsLeft: 118,
};

/** A desk whose library and counting are in the hand of the test. */
async function openDesk() {
  const floor = await ApiClient.found(server);
  const opened = await openPage(browser, 'about:blank');
  const { page } = opened;
  const stage = await LibraryStage.on(page);
  await page.goto(`${server.url}/desk/#key=${floor.founded.ownerKey}`);
  const add = page.getByRole('button', { name: 'Add a metric' });
  await add.waitFor();
  return {
    ...opened,
    floor,
    stage,
    add,
    library: page.getByRole('dialog', { name: 'Add a metric' }),
  };
}

const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('the library of metrics at the desk', () => {
  it('finds a figure by its name, and adds it without a mouse', async () => {
    const { page, library, stage, add, complaints } = await openDesk();
    await add.focus();
    await page.keyboard.press('Enter');
    await library.getByText('124 figures', { exact: true }).waitFor();
    // Nobody has chosen anything yet: Enter does nothing.
    await page.keyboard.press('Enter');
    expect(await chosen(page).count()).toBe(0);

    await page.keyboard.type('win rate');
    await expect.poll(() => chosen(page).textContent(), SOON).toMatch(/^Win rate by value/);
    const details = library.getByRole('region', { name: 'Win rate by value' });
    await details.getByText('Amount of deals won, divided by the amount').waitFor();
    await details.getByText('Account executives, Managers').waitFor();
    stage.rescoring = running;
    await page.keyboard.press('Enter');
    await details.getByRole('button', { name: 'Take it away' }).waitFor();
    expect(stage.asked).toEqual(['PUT library/win_rate_value/use']);
    const bar = details.getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuenow')).toBe('12400');

    // Arrows go through all that there is, and what they reach is in sight.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await library.count()).toBe(0);
    expect(await focused(page)).toBe('Add a metric');
    await page.keyboard.press('Enter');
    await library.getByText('124 figures', { exact: true }).waitFor();
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('PageDown');
    await expect.poll(() => chosen(page).textContent(), SOON).toMatch(/^Figure 119/);
    await expect.poll(() => inSight(page), SOON).toBe(true);
    await page.keyboard.press('PageUp');
    await expect.poll(() => inSight(page), SOON).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('is narrowed by kind, role, subject and use, and let go of again', async () => {
    const { library, add, complaints } = await openDesk();
    await add.click();
    const filters = library.getByRole('complementary', { name: 'Filters' });
    await filters.getByRole('button', { name: /^In use/ }).click();
    await library.getByText('1 of 124 figures').waitFor();
    expect(await library.getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('Deals won'),
    ]);
    // Each says what it would leave.
    const doing = filters.getByRole('button', { name: /^What people do/ });
    expect(await doing.textContent()).toMatch(/0$/);
    await library.getByRole('button', { name: 'Clear' }).click();
    await doing.click();
    await filters.getByRole('button', { name: /^Sales development/ }).click();
    await library.getByText('1 of 124 figures').waitFor();
    await library.getByRole('option', { name: /^Dials/ }).waitFor();
    await filters.getByRole('button', { name: /^Pipeline/ }).click();
    await library.getByText('No figure is all of that.').waitFor();
    await library.getByRole('listbox').getByRole('button', { name: 'Clear' }).click();

    await library.getByLabel('Find a figure').fill('days between');
    await library.getByRole('option', { name: /^How long it takes/ }).waitFor();
    expect(await library.getByRole('option').count()).toBe(1);
    await library.getByLabel('Find a figure').fill('unicorn');
    await library.getByText('No figure is called “unicorn”.').waitFor();
    await library.getByRole('listbox').getByRole('button', { name: 'Clear' }).click();
    await library.getByText('124 figures', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes a figure away after asking once more, and says which walls play it', async () => {
    const { page, library, stage, add, complaints } = await openDesk();
    await add.click();
    await library.getByLabel('Find a figure').fill('deals won');
    const says = 'It plays on “Lisbon, by the lifts”. Take it off there first.';
    stage.refusal = says;
    const drop = library.getByRole('button', { name: 'Take it away' });
    await drop.click();
    expect(await focused(page)).toBe('Keep it');
    expect(stage.asked).toEqual([]);
    await drop.click();
    await library.getByRole('alert').getByText(says).waitFor();

    stage.refusal = null;
    await drop.click();
    await library.getByText('Its boards go.').waitFor();
    await drop.click();
    await library.getByRole('button', { name: 'Add it' }).waitFor();
    expect(await library.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says why it has nothing to show, and what cannot be done without a line', async () => {
    const { library, stage, add, complaints } = await openDesk();
    stage.cut = true;
    await add.click();
    await library.getByRole('alert').getByText('The server does not answer').waitFor();
    stage.cut = false;
    await library.getByRole('button', { name: 'Try again' }).click();
    await library.getByText('124 figures', { exact: true }).waitFor();
    await library.getByLabel('Find a figure').fill('dials');
    stage.cut = true;
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByRole('alert').getByText('The server does not answer').waitFor();
    stage.cut = false;
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByText('In use').last().waitFor();
    expect(complaints).toEqual([]);
  });

  it('lays the details over the list where there is no room beside it', async () => {
    const { page, library, add, complaints } = await openDesk();
    await page.setViewportSize({ width: 390, height: 844 });
    await add.click();
    await library.getByLabel('Find a figure').fill('win rate');
    expect(await library.getByRole('button', { name: 'Add it' }).isVisible()).toBe(false);
    await library.getByRole('option', { name: /^Win rate by value/ }).click();
    await library.getByRole('button', { name: 'Add it' }).waitFor();
    expect(await focused(page)).toBe('All figures');
    // Escape leaves the figure, and only then the library.
    await page.keyboard.press('Escape');
    await library.getByRole('option', { name: /^Win rate by value/ }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    await page.keyboard.press('Escape');
    await expect.poll(() => library.count(), SOON).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is not offered to whoever may not say what is counted', async () => {
    const floor = await ApiClient.found(server);
    const viewer = await AccountClient.join(floor, { role: 'viewer' });
    const { page, complaints } = await openPage(browser, `${server.url}/desk/`);
    const stage = await LibraryStage.on(page);
    await page.context().addCookies(viewer.forBrowser());
    await page.reload();
    await page.getByRole('heading', { name: 'Standing' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add a metric' }).count()).toBe(0);
    expect(stage.asked).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the counting of what came before', () => {
  it('tells how far it is, is stopped, and is begun again', async () => {
    const { page, stage, add, library, complaints } = await openDesk();
    expect(await page.locator('[data-rescoring]').count()).toBe(0);
    await add.click();
    await library.getByLabel('Find a figure').fill('win rate');
    stage.rescoring = running;
    await library.getByRole('button', { name: 'Add it' }).click();
    await library.getByRole('button', { name: 'Take it away' }).waitFor();
    await library.getByRole('button', { name: 'Close' }).click();

    const metrics = page.getByRole('region', { name: 'Metrics', exact: true });
    const says = (text: string) => metrics.getByText(text, { exact: true }).waitFor();
    await says('Counting what came before: 12,400 of 50,000 records, about 2 min left');
    stage.rescoring = { ...running, done: 30_000, secondsLeft: 41 };
    await says('Counting what came before: 30,000 of 50,000 records, about 40 s left');
    const bar = metrics.getByRole('progressbar', { name: 'Counting what came before' });
    expect(await bar.getAttribute('aria-valuenow')).toBe('30000');
    expect(await bar.getAttribute('aria-valuemax')).toBe('50000');

    await metrics.getByRole('button', { name: 'Stop counting what came before' }).click();
    await metrics.getByRole('button', { name: /^Stopping/ }).waitFor();
    stage.rescoring = { ...running, state: 'cancelled', done: 30_500, endedAt: 1 };
    await says('What came before is counted only in part');
    await says('Stopped at 30,500 of 50,000 records');

    stage.rescoring = { ...running, done: 0, secondsLeft: null };
    await metrics.getByRole('button', { name: 'Count it again' }).click();
    await says('Counting what came before: 0 of 50,000 records');
    stage.rescoring = { ...running, state: 'done', done: 50_000, endedAt: 1 };
    await says('All of history is counted');
    expect(stage.asked).toEqual([
      'PUT library/win_rate_value/use',
      'DELETE rescoring',
      'POST rescoring',
    ]);
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
