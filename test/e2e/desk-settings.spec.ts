import type { BoardReply } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../support/live-stage-browser.js';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

async function openSettings(floor: ApiClient) {
  const opened = await openPage(
    browser,
    `${server.url}/desk/settings#key=${floor.founded.ownerKey}`,
  );
  await opened.page.getByRole('heading', { name: 'Weeks and years' }).waitFor();
  return opened;
}

const choose = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });
const quarters = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-quarter]')].map(
      (one) => one.querySelector('p')?.textContent,
    ),
  );

describe('the settings of a desk', () => {
  it('show what another calendar moves before it is kept, and boards follow', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('North', 'ada');
    const { page, complaints } = await openSettings(floor);
    expect((await quarters(page)).map((label) => label?.slice(0, 3))).toEqual([
      'Q1 ',
      'Q2 ',
      'Q3 ',
      'Q4 ',
    ]);
    await page.getByLabel('Years begin in').selectOption({ label: 'April' });
    const moves = page.locator('[data-part="moves"]');
    await moves.getByText('This quarter').waitFor();
    await vi.waitFor(async () => expect((await quarters(page))[0]).toMatch(/^Q1 FY\d\d$/), SOON);
    expect(await moves.getByText('This month').count()).toBe(0);
    await choose(page, '4-4-5');
    await moves.getByText('This month').waitFor();
    const before = await floor.own<BoardReply>('/api/v1/boards/calls.quarter.reps');
    expect(before.body.heading.period.key).toMatch(/^\d{4}-Q\d$/);
    await page.getByRole('button', { name: 'Keep these settings' }).press('Enter');
    await page.getByText('Settings are kept').waitFor();
    await page.getByText('Weeks begin on Monday, years in April').waitFor();
    const { body } = await floor.own<BoardReply>('/api/v1/boards/calls.quarter.reps');
    expect(body.heading.period.label).toMatch(/^Q\d FY\d\d$/);
    // The desk steps by the keys that the server names.
    await page.getByRole('link', { name: 'Floor' }).click();
    await page.getByRole('radio', { name: 'Quarter', exact: true }).check({ force: true });
    await page.getByText(body.heading.period.label).first().waitFor();
    await page.getByRole('button', { name: 'The period before' }).click();
    await page.locator(`[data-board$="quarter@${body.heading.period.before}.reps"]`).waitFor();
    await page.getByRole('button', { name: 'The period after' }).click();
    await page.locator('[data-board$=".quarter.reps"]').waitFor();
    expect(complaints).toEqual([]);
  });

  it('take back what was not kept, and want a name', async () => {
    const floor = await ApiClient.found(server);
    const { page, complaints } = await openSettings(floor);
    await choose(page, 'Sun');
    await page.getByRole('button', { name: 'Leave them as they were' }).click();
    expect(await page.getByRole('radio', { name: 'Mon', exact: true }).isChecked()).toBe(true);
    await page.getByLabel('Name', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Keep these settings' }).click();
    await page.getByText('Write the name of your organisation').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Lark & Daughters');
    await page.getByRole('button', { name: 'Keep these settings' }).click();
    await page.getByRole('navigation').getByText('Lark & Daughters').waitFor();
    await vi.waitFor(async () => expect(await page.title()).toMatch(/Lark & Daughters/), SOON);
    expect(complaints).toEqual([]);
  });

  it('keep the currency once something is counted', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('North', 'ada');
    const endedAt = new Date().toISOString();
    await floor.events([{ type: 'call', externalId: '1', owner: 'ada@example.com', endedAt }]);
    await floor.scored();
    const { page } = await openSettings(floor);
    await page.getByText('It stays: 1 record is counted in it').waitFor();
    expect(await page.getByRole('combobox', { name: 'Currency' }).count()).toBe(0);
  });

  it('add, rename and remove days off, also pasted', async () => {
    const floor = await ApiClient.found(server);
    const { page, complaints } = await openSettings(floor);
    const year = new Date().getUTCFullYear() + 1;
    const days = page.locator('[data-part="holidays"]');
    await days.getByRole('button', { name: 'Paste or bring a file' }).press('Enter');
    await page.keyboard.type(`${year}-12-25 Christmas Day\nwhenever\n${year}-12-26 Boxing Day`);
    await days.getByText('One line says no day').waitFor();
    await days.getByRole('button', { name: 'Keep 2 days' }).press('Enter');
    await days.getByText('Boxing Day').waitFor();
    await days.getByRole('button', { name: 'Rename Boxing Day' }).press('Enter');
    await page.keyboard.type('St Stephen’s Day');
    await page.keyboard.press('Enter');
    await days.getByRole('button', { name: 'Rename St Stephen’s Day' }).waitFor();
    await days.getByRole('button', { name: 'Add a day' }).click();
    await days.getByLabel('Day', { exact: true }).fill(`${year}-03-17`);
    await days.getByLabel('Name').fill('St Patrick’s Day');
    await days.getByRole('button', { name: 'Keep this day' }).click();
    await days.getByRole('button', { name: 'Remove Christmas Day' }).click();
    await vi.waitFor(async () => {
      const { body } = await floor.own('/api/v1/holidays');
      expect(body).toEqual({
        holidays: [
          { date: `${year}-03-17`, name: 'St Patrick’s Day' },
          { date: `${year}-12-26`, name: 'St Stephen’s Day' },
        ],
      });
    }, SOON);
    expect(complaints).toEqual([]);
  });
});
