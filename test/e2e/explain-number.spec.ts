import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import { ScorecardFloor } from '../support/scorecard-floor.js';
import { deal, openPhone, PhoneFloor } from '../support/phone-stage.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage, standingOf } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };
const BOARD = 'revenue_won.month.reps';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const won = (id: string, owner: string, amount: string, more: object = {}) => ({
  type: 'deal',
  externalId: id,
  name: `Deal ${id}`,
  changedAt: new Date().toISOString(),
  // Long ago: it counts, and rings no bell.
  closedOn: '2020-01-02',
  owner: `${owner}@example.com`,
  status: 'won',
  amount,
  ...more,
});
const textOf = (page: Page, part: string) =>
  page.locator(part).evaluate((element) => element.textContent?.replace(/\s+/g, ' ').trim());

describe('on the desk, a number', () => {
  it('says why it has this place, beside whoever is chosen, and what changed', async () => {
    const floor = await ApiClient.found(server, { timeZone: 'UTC' });
    await floor.hire('Iberia', 'ada', 'bea', 'cem');
    await floor.events([
      won('A1', 'ada', '300.00'),
      won('B1', 'bea', '100.00'),
      won('C1', 'cem', '50.00'),
    ]);
    await floor.standing('revenue_won.all.reps');
    await floor.events(won('B2', 'bea', '10.00', { status: 'open' }));
    await floor.events([won('B1', 'bea', '90.00'), won('B3', 'bea', '20.00')]);
    const { page, complaints } = await openPage(
      browser,
      `${server.url}/desk/#key=${floor.founded.ownerKey}`,
    );
    await page.getByRole('radio', { name: 'All time' }).check();
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada €300', 'bea €110', 'cem €50']);

    await page.locator('[data-row]').nth(1).click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('[data-proof="equal"]').waitFor();
    await drawer.getByRole('tab', { name: 'Where from' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => textOf(page, '[data-part="why"]'), SOON).toBe('€190 to the bell');
    expect(await drawer.locator('.comparison').textContent()).toContain(
      '4 more deals of their average size, €55, draw level',
    );
    await drawer.getByRole('combobox').fill('cem');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, '[data-part="why"]'), SOON).toBe('€60 ahead of cem');

    await drawer.getByRole('tab', { name: 'What changed' }).click();
    await expect
      .poll(() => textOf(page, '[data-part="changed"]'), SOON)
      .toBe('+€110 2 records changed it');
    expect(await textOf(page, '[data-moment="then"] .score')).toBe('nothing yet');
    const first = drawer.locator('[data-change]').first();
    await first.getByRole('button').click();
    await first.getByText('Ledger').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('on the desk, a score', () => {
  it('leads to its lines, their pace, and from there to the entries', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    await floor.give();
    await floor.arrive('ada', 5, '20000.00');
    const { page, complaints } = await openPage(browser, floor.desk);
    const row = page.locator(`[data-person="${floor.idOf('ada')}"]`);
    await row.getByRole('button', { name: 'Show how the scores add up' }).first().click();
    const drawer = page.getByRole('dialog');
    const activity = drawer.locator('[data-score-of="activity"]');
    // Half of the calls and none of the e-mails: 60 % times a half.
    await expect.poll(() => activity.locator('.total').textContent(), SOON).toContain('30');
    await activity.getByText('5 of 10 is 50 %, and weighs 60 %').waitFor();
    await activity.getByText('Pace', { exact: true }).first().click();
    await activity.getByText('Of the working day over').first().waitFor();
    await activity.getByRole('button', { name: 'Calls' }).click();
    await drawer.locator('[data-proof="equal"]').waitFor();
    expect(await drawer.locator('[data-part="explained"]').textContent()).toBe('5');
    expect(complaints).toEqual([]);
  });
});

describe('on a phone, a place', () => {
  it('leads to what separates it from the next, and a neighbour to what separates both', async () => {
    const floor = await PhoneFloor.open(server, 'ada', 'bea', 'cem');
    await floor.send(
      deal('D-1', 'ada', '9000.00'),
      deal('D-2', 'bea', '4000.00'),
      deal('D-3', 'cem', '1000.00'),
    );
    await floor.api.standing(BOARD);
    const phone = await openPhone(browser, floor.address(await floor.keyOf('bea')));
    onTestFinished(async () => {
      await phone.close();
      expect(phone.complaints).toEqual([]);
    });
    const { page } = phone;
    await page.locator('[data-period="month"]').click();
    await page.locator('[data-figure="place"]:enabled').click();
    await expect.poll(() => textOf(page, '[data-part="why"]'), SOON).toBe('€5,000 to the bell');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.locator('[data-row] button').filter({ hasText: 'cem' }).click();
    await expect.poll(() => textOf(page, '[data-part="why"]'), SOON).toBe('€3,000 ahead of cem');
    await page.getByRole('tab', { name: 'What changed' }).click();
    await expect
      .poll(() => textOf(page, '[data-part="changed"]'), SOON)
      .toBe('+€4,000 One record changed it');
  });
});
