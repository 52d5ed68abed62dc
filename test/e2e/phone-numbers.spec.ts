import type { BoardReply } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../support/live-stage-browser.js';
import { deal, openPhone, PhoneFloor } from '../support/phone-stage.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 30_000, interval: 30 };
const REVENUE = '[data-metric="revenue_won"]';
const BOARD = 'revenue_won.month.reps';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await startTestServer(await testUrls());
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openMonth(floor: PhoneFloor, name: string, options = {}): Promise<Page> {
  const phone = await openPhone(browser, floor.address(await floor.keyOf(name)), options);
  onTestFinished(async () => {
    await phone.close();
    expect(phone.complaints).toEqual([]);
  });
  await phone.page.locator('[data-period="month"]').click();
  await phone.page.waitForSelector('[data-freshness="live"]');
  return phone.page;
}

/** What the page says: the number, the place, and everybody around. */
const told = async (page: Page) => ({
  number: await page.locator(`${REVENUE} [data-part="score"]`).textContent(),
  rank: Number(await page.locator('[data-part="rank"]').getAttribute('data-rank')),
  around: await page
    .locator('[data-row]')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${row.getAttribute('data-rank')} ${row.querySelector('.name')?.textContent} ${row.querySelector('[data-part="score"]')?.textContent}`,
      ),
    ),
});

describe("a rep's phone", () => {
  it('shows what the board shows, and moves when a signed webhook arrives', async () => {
    const floor = await PhoneFloor.open(server, 'ada', 'bea', 'cem', 'dov', 'eve');
    await floor.api.hire('Nordics', 'fay');
    await floor.send(
      deal('D-1', 'ada', '90000.00'),
      deal('D-2', 'bea', '30000.00'),
      deal('D-3', 'cem', '24000.00'),
      deal('D-4', 'dov', '12000.00'),
    );
    await floor.api.standing(BOARD);
    const page = await openMonth(floor, 'cem');
    await expect
      .poll(() => told(page), SOON)
      .toEqual({
        number: '€24,000',
        rank: 3,
        around: ['1 ada €90,000', '2 bea €30,000', '3 You €24,000', '4 dov €12,000'],
      });
    const { body } = await floor.api.own<BoardReply>(`/api/v1/boards/${BOARD}`);
    expect(body.rows.map(({ rank, name, score }) => [rank, name, score])).toEqual([
      [1, 'ada', 9_000_000],
      [2, 'bea', 3_000_000],
      [3, 'cem', 2_400_000],
      [4, 'dov', 1_200_000],
    ]);
    expect(await page.locator('[data-part="hero"]').textContent()).toBe('€6,000 to 2nd place');

    await floor.send(deal('D-5', 'cem', '8500.00'));
    await expect
      .poll(() => told(page), SOON)
      .toMatchObject({
        number: '€32,500',
        rank: 2,
        around: expect.arrayContaining(['3 bea €30,000']),
      });
    expect(await page.locator('[data-part="hero"]').textContent()).toBe('€57,500 to the bell');
    await expect
      .poll(() => page.locator('[data-part="news"]').textContent(), SOON)
      .toBe('You are 2nd now, up from 3rd');
    const textOf = (part: string) => page.locator(part).textContent();
    await expect
      .poll(() => textOf('[data-metric="deals_won"] [data-part="score"]'), SOON)
      .toBe('2');
    await expect.poll(() => textOf('[data-part="team-rank"]'), SOON).toBe('1st');
  });

  it('leads from a number to its entries, which add up to it, also after a correction', async () => {
    const floor = await PhoneFloor.open(server, 'ada', 'bea');
    await floor.send(deal('D-1', 'ada', '7000.00'), deal('D-2', 'ada', '2500.00'));
    await floor.api.scored();
    await floor.send(deal('D-1', 'ada', '6000.00'));
    await floor.api.standing(BOARD);
    const page = await openMonth(floor, 'ada');
    await expect.poll(() => told(page), SOON).toMatchObject({ number: '€8,500' });

    await page.locator(REVENUE).click();
    await page.waitForSelector('[data-proof="equal"]');
    expect(await page.locator('[data-part="explained"]').textContent()).toBe('€8,500');
    expect(await entryAmounts(page)).toEqual([-7_000, 2_500, 6_000, 7_000]);
    expect(await page.locator('[data-part="entries"]').textContent()).toMatch(
      /Taken back .*the amount was changed/,
    );

    await floor.send(deal('D-3', 'ada', '1000.00'));
    await expect
      .poll(() => page.locator('[data-part="explained"]').textContent(), SOON)
      .toBe('€9,500');

    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => !!document.activeElement?.closest('dialog'))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-metric'))).toBe(
      'revenue_won',
    );
  });

  it('teaches whoever has no number yet, and shows the first one by itself', async () => {
    const floor = await PhoneFloor.open(server, 'ada', 'bea');
    await floor.send(deal('D-1', 'ada', '7000.00'));
    await floor.api.standing(BOARD);
    const page = await openMonth(floor, 'bea');
    await expect
      .poll(() => page.locator('[data-part="hero"]').textContent(), SOON)
      .toBe('Nothing counted yet this month');
    await expect.poll(() => page.locator('.top .name').textContent(), SOON).toContain('bea');
    expect(await page.locator('#first-title').count()).toBe(1);
    await floor.send(deal('D-2', 'bea', '100.00'));
    await expect.poll(() => told(page), SOON).toMatchObject({ number: '€100', rank: 2 });
    expect(await page.locator('#first-title').count()).toBe(0);
  });

  it.each([320, 390, 820])('stands in %i pixels, with targets for a thumb', async (width) => {
    const floor = await PhoneFloor.open(server, 'Maria-Valentina.Echeverria.de.Montenegro', 'bea');
    await floor.send(
      deal('D-1', 'Maria-Valentina.Echeverria.de.Montenegro', '123456789.00'),
      deal('D-2', 'bea', '98765432.00'),
    );
    await floor.api.standing(BOARD);
    const page = await openMonth(floor, 'bea', { viewport: { width, height: 844 } });
    await expect.poll(() => told(page), SOON).toMatchObject({ number: '€98,765,432' });
    const sizes = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      small: [...document.querySelectorAll<HTMLElement>('button, label, a, input')]
        .filter((target) => {
          const { width: wide, height: high } = target.getBoundingClientRect();
          return wide < 44 || high < 44;
        })
        .map((target) => target.textContent),
      cut: [...document.querySelectorAll<HTMLElement>('.plate .name, .figures .value, .title')]
        .filter((text) => text.scrollWidth > text.clientWidth + 1)
        .map((text) => text.textContent),
    }));
    expect(sizes).toEqual({ page: width, small: [], cut: [] });
  });
});

/** The amounts of the open sheet's entries in whole euros, smallest first. */
async function entryAmounts(page: Page): Promise<number[]> {
  const texts = await page.locator('[data-seq] .amount').allTextContents();
  return texts
    .map((text) => Number(text.replace('\u2212', '-').replace(/[+€,]/g, '')))
    .sort((a, b) => a - b);
}
