import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../support/live-stage-browser.js';
import { deal, openPhone, PhoneFloor } from '../support/phone-stage.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { goTo, openPage, standingOf } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };
const REVENUE = '[data-metric="revenue_won"]';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

/** Six people, best first: €60,000 down to €10,000. */
const NAMES = ['ada', 'bea', 'cem', 'dov', 'eve', 'fay'];

const wallTold = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.who, .slat')].map((row) => {
      const name = row.querySelector('.podium-name, .slat-name')?.textContent?.trim();
      return `${name} ${row.querySelector('[data-part="score"]')?.textContent?.trim()}`;
    }),
  );

describe('who sees a metric', () => {
  it('is said at the desk, and every wall and phone follows at once', async () => {
    const floor = await PhoneFloor.open(server, ...NAMES);
    await floor.send(
      ...NAMES.map((name, index) => deal(`D-${name}`, name, `${60_000 - index * 10_000}.00`)),
    );
    await floor.api.standing('revenue_won.month.reps');
    const { founded } = floor.api;
    const wall = await openPage(browser, `${server.url}/tv/#key=${founded.screenKey}`);
    await expect.poll(() => wallTold(wall.page), SOON).toHaveLength(6);
    const phone = await openPhone(browser, floor.address(await floor.keyOf('eve')));
    onTestFinished(() => phone.close());
    await phone.page.locator('[data-period="month"]').click();

    const { page, complaints } = await openPage(
      browser,
      `${server.url}/desk/metrics#key=${founded.ownerKey}`,
    );
    const metrics = page.getByRole('main');
    await metrics.getByRole('button', { name: 'Change who sees Closed-won revenue' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByRole('radio', { name: 'Shares of the best' }).check();
    await asked.getByLabel('Places', { exact: true }).fill('3');
    await asked
      .getByText('Shares of the best score, the first 3 places', { exact: true })
      .waitFor();
    await asked.getByRole('button', { name: 'Keep it so' }).click();
    await metrics
      .locator(`${REVENUE} [data-part="privacy"]`)
      .getByText('Everyone, shares of the best score, the first 3 places')
      .waitFor();

    // A wall tells shares, and nobody further down.
    await expect.poll(() => wallTold(wall.page), SOON).toEqual(['ada 100%', 'bea 83%', 'cem 67%']);
    // On a phone one's own number has its value, and those around have none.
    await expect
      .poll(() => phone.page.locator('[data-row]').allTextContents(), SOON)
      .toSatisfy((rows: string[]) => rows.length === 5 && rows.every((row) => row.includes('%')));
    expect(await phone.page.locator(`${REVENUE} [data-part="score"]`).textContent()).toBe(
      '€20,000',
    );
    expect(await phone.page.locator('[data-part="hero"]').textContent()).toBe('You are 5th');
    // The desk of whoever runs it tells everything.
    await goTo(page, 'floor');
    await expect.poll(() => standingOf(page), SOON).toContain('fay €10,000');
    await goTo(page, 'metrics');

    await metrics.getByRole('button', { name: 'Change who sees Closed-won revenue' }).click();
    await asked.getByRole('radio', { name: /^The person/ }).check();
    await asked.getByRole('button', { name: 'Keep it so' }).click();
    // The wall goes on with what it may show, the phone with its own line.
    await wall.page.getByText('Activity points').first().waitFor();
    await expect.poll(() => phone.page.locator('[data-row]').count(), SOON).toBe(1);
    expect([...complaints, ...wall.complaints, ...phone.complaints]).toEqual([]);
  });
});
