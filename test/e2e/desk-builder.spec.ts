import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { goTo, openPage, standingOf } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const call = (externalId: string, owner: string, talkSeconds: number) => ({
  type: 'call',
  externalId,
  changedAt: new Date().toISOString(),
  endedAt: new Date().toISOString(),
  owner: `${owner}@example.com`,
  talkSeconds,
});

/** A desk to which four calls have been sent. */
async function openDesk() {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', 'ada', 'bea');
  await floor.events([
    call('C-1', 'ada', 1_200),
    call('C-2', 'ada', 960),
    call('C-3', 'bea', 1_000),
    call('C-4', 'bea', 60),
  ]);
  await floor.scored();
  const opened = await openPage(
    browser,
    `${server.url}/desk/metrics#key=${floor.founded.ownerKey}`,
  );
  const { page } = opened;
  return { ...opened, floor, builder: page.getByRole('dialog', { name: /your own/ }) };
}

/** Words a metric of calls of at least so many minutes, by keyboard alone where that is quicker. */
async function wordLongCalls(page: Page, title: string, minutes: string): Promise<void> {
  await page.getByRole('button', { name: 'Make your own' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(title);
  await page.getByRole('button', { name: 'another condition' }).first().click();
  await page.getByLabel('Minutes').fill(minutes);
  await page.keyboard.press('Escape');
}

async function showBoard(page: Page, metric: string): Promise<void> {
  await goTo(page, 'floor');
  await page.getByRole('combobox', { name: /What counts/ }).selectOption(metric);
}

describe('a metric of one’s own', () => {
  it('is worded, tried on what came in, published, and counts on a board', async () => {
    const { page, floor, builder, complaints } = await openDesk();
    await wordLongCalls(page, 'Long calls', '15');
    // It says what it is as CEL, which calls count, and why the other does not.
    await builder.getByText('call.talkSeconds >= 900').waitFor();
    await builder.getByText('3 of the last 4 count').waitFor();
    await builder.locator('[data-record="C-4"]').getByText('Shorter than 15 min').waitFor();
    await builder.getByText('Publishing counts 4 records again in about 1 s').waitFor();
    await builder.getByRole('button', { name: 'Publish' }).click();
    await expect.poll(() => builder.count(), SOON).toBe(0);
    await page.locator('[data-own="own_long_calls"]').waitFor();
    await showBoard(page, 'own_long_calls');
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada 2', 'bea 1']);

    // And what comes from now on.
    await floor.events([call('C-5', 'bea', 900), call('C-6', 'bea', 901), call('C-7', 'ada', 899)]);
    await expect.poll(() => standingOf(page), SOON).toEqual(['bea 3', 'ada 2']);
    expect(complaints).toEqual([]);
  });

  it('has a cap for each day, and tells with the number what is above it', async () => {
    const { page, builder, complaints } = await openDesk();
    await page.getByRole('button', { name: 'Make your own' }).first().click();
    await builder.getByLabel('Name', { exact: true }).fill('First calls');
    await builder.getByRole('button', { name: /How often/ }).click();
    await builder.getByRole('button', { name: /so many a day/ }).click();
    await builder.getByLabel('At most').fill('1');
    await page.keyboard.press('Escape');
    await builder.getByText('at most 1 a day').waitFor();
    await builder.getByText('2 of the last 4 count').waitFor();
    await builder.getByText('Above the cap of 1 that day').first().waitFor();
    await builder.getByRole('button', { name: 'Publish' }).click();
    await page.locator('[data-own="own_first_calls"]').waitFor();
    await showBoard(page, 'own_first_calls');
    await expect.poll(() => standingOf(page), SOON).toEqual(['ada 1', 'bea 1']);
    await page.locator('[data-row]').first().click();
    const left = page.locator('[data-part="left-out"]');
    await left.getByText('1 of 2 is above the cap of 1 a day').waitFor();
    expect(complaints).toEqual([]);
  });

  it('lists a share of too few without a place, and says what is missing', async () => {
    const { page, builder, floor, complaints } = await openDesk();
    await wordLongCalls(page, 'Long share', '1');
    await builder.getByRole('button', { name: /Kind of figure/ }).click();
    await builder.getByRole('button', { name: /^Average/ }).click();
    await builder.getByRole('button', { name: /with a place from 20/ }).click();
    await builder.getByLabel('Shown from').fill('1');
    await builder.getByLabel('A place from').fill('3');
    await page.keyboard.press('Escape');
    await builder.getByText('with a place from 3, shown from 1').waitFor();
    await builder.getByRole('button', { name: 'Publish' }).click();
    await page.locator('[data-own="own_long_share"]').waitFor();
    await showBoard(page, 'own_long_share');
    const rows = page.locator('[data-row]');
    await rows.first().getByText('2 of 3').waitFor();
    await expect.poll(() => rows.first().getAttribute('data-rank'), SOON).toBe('none');
    await floor.events([call('C-9', 'bea', 400)]);
    await expect.poll(() => rows.first().getAttribute('data-rank'), SOON).toBe('1');
    expect(complaints).toEqual([]);
  });

  it('says what is wrong in words, where it is wrong', async () => {
    const { page, builder, complaints } = await openDesk();
    await page.getByRole('button', { name: 'Make your own' }).first().click();
    await builder.getByRole('button', { name: 'Write it yourself' }).click();
    await builder.getByLabel('Condition as CEL').fill('call.minuts > 15');
    await builder.getByText('Condition: unknown field "minuts"').waitFor();
    await builder.getByRole('button', { name: 'Publish' }).click();
    await builder.getByText('The metric was not published. Give it a name').waitFor();
    await builder.getByLabel('Condition as CEL').fill('call.talkSeconds > 900');
    await builder.getByLabel('Name', { exact: true }).fill('Long calls');
    await builder.getByText('3 of the last 4 count').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows who changes place before it is worded anew, and is taken away', async () => {
    const { page, floor, builder, complaints } = await openDesk();
    await wordLongCalls(page, 'Long calls', '15');
    await builder.getByText('3 of the last 4 count').waitFor();
    await builder.getByRole('button', { name: 'Publish' }).click();
    const own = page.locator('[data-own="own_long_calls"]');
    await own.getByRole('button', { name: 'Edit' }).click();
    await builder.getByRole('button', { name: /talk time is at least 15 min/ }).click();
    await builder.getByLabel('Minutes').fill('20');
    await page.keyboard.press('Escape');
    const changes = builder.locator('[data-part="changes"]');
    await changes.getByText('1, was 3').waitFor();
    await changes.getByText('1 of 2').waitFor();
    await builder.getByRole('button', { name: 'Publish' }).click();
    await own.getByText('Version 2').waitFor();
    const board = '/api/v1/boards/own_long_calls.all.reps';
    await expect
      .poll(async () => (await floor.own<{ rows: object[] }>(board)).body.rows.length, SOON)
      .toBe(1);

    await own.getByRole('button', { name: 'Take away' }).click();
    await own.getByRole('button', { name: 'Take it away' }).click();
    await expect.poll(() => own.count(), SOON).toBe(0);
    await page.getByText('None yet. Word one yourself').waitFor();
    expect(complaints).toEqual([]);
  });
});
