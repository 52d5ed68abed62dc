import type { GoalsReply } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/live-stage-browser.js';
import { ScorecardFloor } from '../support/scorecard-floor.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };
const YEAR = new Date().getUTCFullYear();

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

async function openDesk(floor: ScorecardFloor) {
  const opened = await openPage(browser, floor.desk.replace('/desk/scorecards', '/desk/goals'));
  await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const section = opened.page.getByRole('main');
  return { ...opened, section };
}

const put = (floor: ScorecardFloor, ...goals: readonly [string, string, number | null][]) =>
  floor.api.own('/api/v1/goals', {
    method: 'PUT',
    json: {
      goals: goals.map(([who, period, value]) => ({ person: floor.idOf(who), period, value })),
    },
  });

const kept = async (floor: ScorecardFloor) => {
  const { body } = await floor.api.own<GoalsReply>(`/api/v1/goals?year=${YEAR}`);
  return body.rows.flatMap(({ name, goals }) =>
    goals.map(({ period, value }) => `${name} ${period} ${value}`),
  );
};

const cell = (page: Page, who: string, period: string) =>
  page.locator(`[data-goals-of="${who}"] [data-period="${YEAR}${period}"]`);
const textOf = async (page: Page, who: string, period: string) =>
  ((await cell(page, who, period).textContent()) ?? '').trim();

/** As if it had been copied in a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

describe('the goals of a desk', () => {
  it('are taught where there are none, and pasted with names that are nearly right', async () => {
    const floor = await ScorecardFloor.open(server, 'ada', 'bertram', 'caroline');
    const { page, section, complaints } = await openDesk(floor);
    await section.getByText(`Nobody has a goal in ${YEAR}`).waitFor();
    await section.getByRole('button', { name: 'Paste from a spreadsheet' }).press('Enter');
    await page.evaluate(
      (copied) => navigator.clipboard.writeText(copied),
      'Rep\tJan\tFeb\tQ1\nADA\t€ 12k\t1.234,50\t13.234,50\nBertramm\t2,000\t\t2,000\nnobody@else.example\t1\t2\t3',
    );
    await page.keyboard.press('Control+V');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 names are nobody yet').waitFor();
    await dialog.getByRole('button', { name: 'bertram' }).click();
    await dialog.getByText('3 goals of 2 rows would change').waitFor();
    await dialog.getByText('Q1 is the sum of its months: left out').waitFor();
    expect(await kept(floor)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put them in the grid' }).click();
    await section.getByText('3 goals are not saved yet').waitFor();
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('3 goals saved').waitFor();
    expect(await kept(floor)).toEqual([
      `ada ${YEAR}-01 1200000`,
      `ada ${YEAR}-02 123450`,
      `bertram ${YEAR}-01 200000`,
    ]);
    await expect.poll(() => textOf(page, 'ada', '-Q1'), SOON).toBe('13,234.50');
    expect(complaints).toEqual([]);
  });

  it('are typed, filled, undone and copied with the keyboard alone', async () => {
    const floor = await ScorecardFloor.open(server, 'ada', 'bea');
    await put(floor, ['ada', `${YEAR}-01`, 100_00]);
    const { page, section, complaints } = await openDesk(floor);
    const sheet = section.getByRole('grid');
    await sheet.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1.5k');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, 'ada', '-02'), SOON).toBe('1,500');
    await page.keyboard.type('250');
    await page.keyboard.press('Escape');
    expect(await textOf(page, 'bea', '-02')).toBe('');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect.poll(() => textOf(page, 'bea', '-Q1'), SOON).toBe('1,600');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('100\t1500\n100\t1500');
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page, 'bea', '-Q1'), SOON).toBe('');
    // Q2, past the months between: a range goes to months only.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await paste(page, '7\t8\t9\t10\n1\t2\t3\t4');
    await expect.poll(() => textOf(page, 'ada', '-07'), SOON).toBe('10');
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('9 goals saved').waitFor();
    expect(complaints).toEqual([]);
  });

  it('say of each cell why it was not taken, and keep it to be mended', async () => {
    const floor = await ScorecardFloor.open(server, 'ada', 'bea');
    await put(floor, ['bea', `${YEAR}-11`, 100_00]);
    const { page, section, complaints } = await openDesk(floor);
    await section.getByRole('grid').focus();
    await page.keyboard.type('500');
    await page.keyboard.press('Enter');
    // Somebody else gave the quarter a number meanwhile.
    await put(floor, ['ada', `${YEAR}-Q1`, 900_00]);
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByText('1 was not taken').waitFor();
    expect(await cell(page, 'ada', '-01').getAttribute('aria-invalid')).toBe('true');
    expect(await cell(page, 'ada', '-01').getAttribute('title')).toBe(
      `${YEAR}-Q1 has a number of its own, which counts the same days`,
    );
    // What cannot be read stays to be corrected.
    await page.locator('[data-goals-of="bea"] [data-period$="-11"]').dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('lots');
    await page.keyboard.press('Enter');
    await section.getByText('“lots” is no amount').waitFor();
    await page.keyboard.press('Escape');
    await section.getByRole('button', { name: 'The next year' }).click();
    await page.getByRole('dialog').getByText('1 goal is not saved yet').waitFor();
    await page.getByRole('button', { name: 'Drop them' }).last().click();
    await section.getByText(`Nobody has a goal in ${YEAR + 1}`).waitFor();
    expect(complaints).toEqual([]);
  });
});
