import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { goTo, onServer, openPage, standingOf } from './desk-page.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

let messages = 0;
const send = (floor: ApiClient, ...deals: readonly [id: string, owner: string, amount: string][]) =>
  floor.signedEvents(
    deals.map(([externalId, owner, amount]) => ({
      type: 'deal',
      externalId,
      changedAt: new Date().toISOString(),
      // Long ago: it counts, and rings no bell.
      closedOn: '2020-01-02',
      owner: `${owner}@example.com`,
      status: 'won',
      amount,
      name: `Deal ${externalId}`,
    })),
    `desk_${(messages += 1)}`,
  );

/** A floor of three, and its desk on the board of all time. */
async function openFloor(...names: readonly string[]) {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  const people = await floor.hire('Iberia', ...names);
  const { page, complaints } = await openPage(
    browser,
    `${server.url}/desk/#key=${floor.founded.ownerKey}`,
  );
  await page.getByRole('radio', { name: 'All time' }).check();
  return { floor, people, page, complaints };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent ?? '');

describe('the desk', () => {
  it('moves with each webhook, and says where a number comes from', async () => {
    const { floor, page, complaints } = await openFloor('ada', 'bea', 'cem');
    await send(floor, ['A1', 'ada', '300.00'], ['B1', 'bea', '200.00'], ['C1', 'cem', '100.00']);
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada €300', 'bea €200', 'cem €100']);

    await send(floor, ['C2', 'cem', '150.50'], ['C1', 'cem', '80.25']);
    await expect
      .poll(() => standingOf(page), SOON)
      .toEqual(['ada €300', 'cem €230.75', 'bea €200']);

    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.locator('[data-proof="equal"]').waitFor();
    expect(await drawer.locator('[data-part="explained"]').textContent()).toBe('€230.75');
    const amounts = await drawer.locator('.amount').allTextContents();
    const cents = amounts.map((text) =>
      Math.round(Number(text.replace('−', '-').replace(/[^\d.-]/g, '')) * 100),
    );
    expect(cents.toSorted((a, b) => a - b)).toEqual([-10_000, 8_025, 10_000, 15_050]);
    expect(cents.reduce((sum, part) => sum + part, 0)).toBe(23_075);

    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('cem');
    expect(complaints).toEqual([]);
  });

  it('keeps what nobody is credited with until somebody says who it is', async () => {
    const { floor, page, complaints } = await openFloor('ada');
    await send(floor, ['A1', 'ada', '100.00'], ['X1', 'a.lovelace', '40.00']);
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada €100']);
    await page.locator('[data-pile="unknown-person"]').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('“a.lovelace@example.com” is nobody yet').waitFor();
    await press(page, 'That is who it is');
    await drawer.getByText('Choose who that is').waitFor();
    await drawer.getByRole('combobox').fill('ad');
    await page.keyboard.press('Enter');
    await press(page, 'That is who it is');
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada €140']);
    await page.getByText('Everything is accounted for.').waitFor();
    const { body } = await floor.own<{ counts: unknown[] }>('/api/v1/parked');
    expect(body.counts).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('makes a wall, and changes what it plays at once', async () => {
    const { floor, page, complaints } = await openFloor('ada');
    await send(floor, ['A1', 'ada', '100.00']);
    await goTo(page, 'screens');
    await press(page, 'Add a wall');
    await press(page, 'Make an address by hand');
    await page.getByLabel('Name', { exact: true }).fill('Lisbon, by the lifts');
    await press(page, 'Add the wall');
    const link = await page.getByRole('dialog').locator('code').textContent();
    await press(page, 'I have kept it');
    const wall = await openPage(browser, onServer(link ?? '', server.url));
    await wall.page.locator('[data-board="revenue_won.month.reps"]').waitFor();

    await press(page, 'Change the slides');
    const lisbon = page.getByRole('region', { name: 'Slides of Lisbon, by the lifts' });
    await lisbon.getByLabel('Board', { exact: true }).selectOption({ label: 'Deals won' });
    await lisbon.getByLabel('Period').selectOption({ label: 'All time' });
    await lisbon.getByLabel('Seconds').fill('2');
    await press(page, 'Save');
    await lisbon.getByText('Slide 1: choose from 5 s to an hour').waitFor();
    await lisbon.getByLabel('Seconds').fill('3600');
    await press(page, 'Save');
    await wall.page.locator('[data-board="deals_won.all.reps"]').waitFor();
    await expect
      .poll(() => wall.page.locator('[data-hill="0"]').textContent(), SOON)
      .toContain('ada');
    expect([...complaints, ...wall.complaints]).toEqual([]);
  });

  it('goes on showing a board that another page has left', async () => {
    const { floor, page } = await openFloor('ada');
    await send(floor, ['A1', 'ada', '100.00']);
    await page.getByLabel('What counts').selectOption({ label: 'Calls' });
    await page.getByText('Nothing counts here yet').waitFor();
    await goTo(page, 'screens');
    await press(page, 'Change the slides');
    await page.getByLabel('Period').last().selectOption({ label: 'All time' });
    const picture = page.getByRole('figure', { name: 'The chosen slide as it is now' });
    // Out of sight it shows nothing.
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.textContent(), SOON).toContain('€100');
    // What was not saved is still there when somebody comes back.
    await goTo(page, 'floor');
    await goTo(page, 'screens');
    await press(page, 'Change the slides not saved');
    expect(await page.getByLabel('Period').last().inputValue()).toBe('all');
    await picture.scrollIntoViewIfNeeded();
    await send(floor, ['A2', 'ada', '20.00']);
    await expect.poll(() => picture.textContent(), SOON).toContain('€120');
  });

  it('moves somebody to another team, and the teams follow', async () => {
    const { floor, page, complaints } = await openFloor('ada', 'bea');
    await send(floor, ['A1', 'ada', '100.00'], ['B1', 'bea', '50.00']);
    await page.getByLabel('Who competes').first().selectOption({ label: 'Teams' });
    await expect.poll(() => standingOf(page), SOON).toEqual(['Iberia €150']);
    await goTo(page, 'people');
    await press(page, 'Add a team');
    await page.getByLabel('Name', { exact: true }).fill('Nordics');
    await press(page, 'Add the team');
    await press(page, 'Move bea to another team');
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Nordics' });
    await page.getByLabel('From this day on').fill('2020-01-01');
    await press(page, 'Move');
    await page.locator('[data-team="Nordics"]').getByText('bea', { exact: true }).waitFor();
    await goTo(page, 'floor');
    await expect.poll(() => standingOf(page), SOON).toEqual(['Iberia €100', 'Nordics €50']);
    expect(complaints).toEqual([]);
  });
});
