import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openFloorBeside, openPage, standingOf } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

async function openDesk(...names: readonly string[]) {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', ...names);
  const address = `${server.url}/desk/sources#key=${floor.founded.ownerKey}`;
  return { floor, ...(await openPage(browser, address)) };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const deal = (externalId: string, owner: string, more: object = {}) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  owner: `${owner}@example.com`,
  name: 'Orsini Logistica',
  status: 'won',
  amount: '12500.00',
  currency: 'EUR',
  ...more,
});

describe('a source at the desk', () => {
  it('is connected step by step, and shows each delivery down to its entries', async () => {
    const { floor, page, complaints } = await openDesk('ada');
    await press(page, 'Add a source');
    await page.getByLabel('Name', { exact: true }).fill('Dialer');
    await page.getByRole('dialog').getByRole('button', { name: 'Add the source' }).click();
    const shown = page.getByRole('dialog').locator('code');
    await expect.poll(() => shown.count(), SOON).toBe(3);
    const key = (await shown.first().textContent()) ?? '';
    expect(key).toMatch(/^bw_source_/);
    await press(page, 'I have kept it');

    await page.getByRole('heading', { name: 'Dialer' }).waitFor();
    await page.locator('[data-arrived="false"]').waitFor();
    expect(await page.content()).not.toContain(key);

    await press(page, 'Send a test');
    await page.locator('[data-delivery="test"]').waitFor();
    expect(await page.locator('[data-arrived="false"]').count()).toBe(1);

    expect((await floor.events(deal('D-1', 'ada'), { key })).status).toBe(202);
    const line = page.locator('[data-delivery="counted"]');
    await line.waitFor();
    await expect
      .poll(() => page.locator('[data-part="arrival"]').textContent(), SOON)
      .toMatch(/Received \d+ s ago/);
    await line.getByRole('button').click();
    const drawer = page.getByRole('dialog', { name: 'One delivery' });
    await expect.poll(() => drawer.locator('[data-entry]').count(), SOON).toBe(1);
    const entry = (await drawer.locator('[data-entry]').textContent()) ?? '';
    expect(entry).toMatch(/ada[\s\S]*€12,500/);
    expect(await drawer.locator('code').textContent()).toContain('"amount": "12500.00"');
    await page.keyboard.press('Escape');

    const refused = await floor.events({ type: 'deal' }, { key });
    expect(refused.status).toBe(422);
    await page.locator('[data-delivery="refused"]').waitFor();
    await page.getByRole('radio', { name: 'Refused' }).check();
    await expect.poll(() => page.locator('[data-delivery]').count(), SOON).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('is paused and goes on, and is given a new secret', async () => {
    const { floor, page, complaints } = await openDesk('ada');
    const board = await openFloorBeside(page);
    await page.locator('[data-source="canonical"]').click();
    await page.getByRole('switch', { name: /Counts what arrives/ }).click();
    await page.getByText('is paused').waitFor();
    await floor.events(deal('D-1', 'ada'));
    await page.locator('[data-delivery="held"]').waitFor();
    await page.getByRole('switch', { name: /Counts what arrives/ }).click();
    await page.locator('[data-delivery="counted"]').waitFor();
    await expect.poll(() => standingOf(board), SOON).toEqual(['ada €12,500']);

    await press(page, 'New secret');
    await press(page, 'Make a new secret');
    const key = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
    await press(page, 'I have kept it');
    await floor.events(deal('D-2', 'ada'), { key });
    const rotation = page.locator('[data-part="rotation"]');
    await expect.poll(() => rotation.textContent(), SOON).toMatch('has changed over');
    await press(page, 'End the old one now');
    await page.getByRole('button', { name: 'New secret' }).waitFor();
    expect((await floor.events(deal('D-3', 'ada'))).status).toBe(401);
    expect(complaints).toEqual([]);
  });
});

describe('the inbox at the desk', () => {
  it('gives deliveries of several names to one person, and sets aside what is not to count', async () => {
    const { floor, page, complaints } = await openDesk('ada');
    await floor.events([deal('D-1', 'a.lovelace'), deal('D-2', 'ada.l'), deal('D-3', 'robot')]);
    const board = await openFloorBeside(page);
    const inbox = page.getByRole('region', { name: 'Inbox' });
    await inbox.getByLabel(/Choose .*robot/).check();
    await press(page, 'Set aside');
    await expect.poll(() => inbox.locator('[data-pile]').count(), SOON).toBe(2);
    await inbox.getByLabel(/Choose .*a\.lovelace/).check();
    await inbox.getByLabel(/Choose .*ada\.l@/).check();
    await inbox.getByLabel('They are all').fill('ada');
    await page.keyboard.press('Enter');
    await press(page, 'Assign');
    await expect.poll(() => standingOf(board), SOON).toEqual(['ada €25,000']);
    await inbox.getByText('Everything is accounted for.').waitFor();

    await press(page, 'Show what was set aside');
    await page.locator('[data-part="aside"]').getByRole('button').click();
    await page.locator('[data-pile="unknown-person"]').click();
    await page.getByRole('radio', { name: 'Somebody new' }).check();
    await page.getByLabel('Name', { exact: true }).fill('Robot');
    await press(page, 'Add them');
    await expect.poll(() => standingOf(board), SOON).toEqual(['ada €25,000', 'Robot €12,500']);
    expect(complaints).toEqual([]);
  });
});
