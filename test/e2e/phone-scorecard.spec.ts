import type { PersonScorecard } from '@bellwether/contracts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../support/live-stage-browser.js';
import { openPhone } from '../support/phone-stage.js';
import { CALLS, REVENUE, ScorecardFloor } from '../support/scorecard-floor.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 30_000, interval: 30 };
const LONG_NAME = 'Maria-Valentina.Echeverria.de.Montenegro';

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

async function open(
  floor: ScorecardFloor,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const phone = await openPhone(browser, await floor.phoneOf(name), options);
  onTestFinished(async () => {
    await phone.close();
    expect(phone.complaints).toEqual([]);
  });
  return phone.page;
}

const lineOf = (page: Page, metric: string) =>
  page.locator(`[data-line-of="${metric}"] .value`).textContent();
const partOf = (page: Page, part: string) => page.locator(`[data-part="${part}"]`).textContent();
const scoreOf = (page: Page, part: 'activity' | 'outcome') =>
  page.locator(`[data-score-of="${part}"] [data-part="score"]`).textContent();

describe("a rep's scorecard", () => {
  it('says first how they stand, and moves when something arrives', async () => {
    const floor = await ScorecardFloor.open(server, 'ada', 'bea');
    await floor.give();
    await floor.arrive('bea', 0, '30000.00');
    await floor.arrive('ada', 4, '20000.00');
    const page = await open(floor, 'ada');
    await expect.poll(() => lineOf(page, 'calls'), SOON).toBe('4 / 10');
    expect(await lineOf(page, 'emails')).toBe('0 / 4');
    expect(await lineOf(page, 'revenue_won')).toBe('€20,000 / 100,000');
    expect(await scoreOf(page, 'activity')).toBe('24');
    expect(await scoreOf(page, 'outcome')).toBe('20');
    await expect
      .poll(() => page.locator('[data-part="rank"]').getAttribute('data-rank'), SOON)
      .toBe('2');
    expect(await partOf(page, 'own')).toBe('€20,000 today');
    expect(await partOf(page, 'hero')).toMatch(/(ahead of|behind) your pace|this month$/);

    await floor.arrive('ada', 6, '90000.00');
    await expect.poll(() => lineOf(page, 'calls'), SOON).toBe('10 / 10');
    await expect.poll(() => scoreOf(page, 'outcome'), SOON).toBe('110');
    expect(await scoreOf(page, 'activity')).toBe('60');
    expect(await partOf(page, 'hero')).toBe('Your target is reached: €100,000');
    expect(await partOf(page, 'next-step')).toBe('€10,000 more than asked this month');
    expect(await page.locator('[data-line-of="calls"].done').count()).toBe(1);
    await expect
      .poll(() => page.locator('[data-part="rank"]').getAttribute('data-rank'), SOON)
      .toBe('1');
    const { body } = await floor.api.own<PersonScorecard>(
      `/api/v1/people/${floor.idOf('ada')}/scorecard`,
    );
    expect(body.activityScore?.shown).toBeCloseTo(60);
    expect(body.objectiveScore?.shown).toBeCloseTo(110);
  });

  it('leads from a line to its entries, and from a score to how it adds up', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    await floor.give();
    await floor.arrive('ada', 5, '20000.00');
    const page = await open(floor, 'ada');
    await page.locator('[data-line-of="calls"]').click();
    await page.waitForSelector('[data-proof="equal"]');
    expect(await partOf(page, 'explained')).toBe('5');
    await floor.arrive('ada', 1);
    await expect.poll(() => partOf(page, 'explained'), SOON).toBe('6');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });

    await page.locator('[data-score-of="activity"]').click();
    await page.waitForSelector('[data-share-of="calls"]');
    expect(await partOf(page, 'total')).toBe('36');
    expect(await page.locator('[data-share-of="calls"]').textContent()).toContain(
      '6 / 10 is 60 %, and weighs 60 %',
    );
  });

  it('keeps all their numbers a tab away', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    await floor.give();
    await floor.arrive('ada', 5, '20000.00');
    const page = await open(floor, 'ada');
    await page.locator('[data-tab="numbers"]').click();
    await page.locator('[data-period="month"]').click();
    await expect
      .poll(
        () => page.locator('[data-metric="revenue_won"] [data-part="score"]').textContent(),
        SOON,
      )
      .toBe('€20,000');
    await page.locator('[data-tab="me"]').click();
    await page.getByRole('button', { name: 'Forget this phone' }).waitFor();
    await page.locator('[data-tab="today"]').click();
    await page.waitForSelector('[data-line-of="calls"]');
  });

  it('is there once a manager has made it, and gone when it is taken away', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    await floor.arrive('ada', 5);
    const page = await open(floor, 'ada');
    await page.waitForSelector('[data-part="no-scorecard"]');
    expect(await page.locator('[data-tab]').count()).toBe(0);
    const { id } = await floor.give([{ ...CALLS, weight: 100 }]);
    await page.reload();
    await expect.poll(() => lineOf(page, 'calls'), SOON).toBe('5 / 10');
    expect(await partOf(page, 'hero')).toMatch(/calls? (ahead of|behind) your pace|On your pace/);

    await floor.api.own(`/api/v1/scorecards/${id}`, { method: 'DELETE' });
    await page.reload();
    await page.waitForSelector('[data-part="no-scorecard"]');
  });

  it('waits for whoever is off today', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    await floor.give();
    const { body } = await floor.api.own<PersonScorecard>(
      `/api/v1/people/${floor.idOf('ada')}/scorecard`,
    );
    const absences = [{ kind: 'holiday', from: body.today, until: body.today }];
    await floor.tell('ada', { absences });
    await floor.arrive('ada', 2);
    const page = await open(floor, 'ada');
    await expect
      .poll(() => partOf(page, 'hero'), SOON)
      .toBe('You are off today. Your pace waits for you');
    await expect.poll(() => lineOf(page, 'calls'), SOON).toBe('2');
  });

  it('shows the last numbers and their age without a server', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    await floor.give();
    await floor.arrive('ada', 5, '20000.00');
    const page = await open(floor, 'ada');
    await expect.poll(() => lineOf(page, 'calls'), SOON).toBe('5 / 10');
    await page.waitForSelector('[data-freshness="live"]');
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state), {
        ...SOON,
      })
      .toBe('activated');
    // Leaving the page keeps what it shows.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).length), SOON)
      .toBeGreaterThan(0);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('[data-part="offline"]', { timeout: 60_000 });
    expect(await partOf(page, 'offline')).toMatch(/This was true at /);
    expect(await lineOf(page, 'calls')).toBe('5 / 10');
    expect(await scoreOf(page, 'activity')).toBe('30');
  });

  it.each([320, 390, 820])('stands in %i pixels, with targets for a thumb', async (width) => {
    const floor = await ScorecardFloor.open(server, LONG_NAME, 'bea');
    await floor.give([
      { ...CALLS, weight: 100 },
      { ...REVENUE, target: 987_654_321_00 },
    ]);
    await floor.arrive(LONG_NAME, 3, '123456789.00');
    for (const colorScheme of ['dark', 'light'] as const) {
      const page = await open(floor, LONG_NAME, { viewport: { width, height: 844 }, colorScheme });
      await expect.poll(() => lineOf(page, 'revenue_won'), SOON).toContain('€123,456,789');
      await page.waitForSelector('[data-part="rank"][data-rank]');
      const seen = await page.evaluate(() => ({
        look: document.documentElement.className,
        page: document.documentElement.scrollWidth,
        small: [...document.querySelectorAll<HTMLElement>('button, a, input')]
          .filter((target) => {
            const { width: wide, height: high } = target.getBoundingClientRect();
            return wide < 44 || high < 44;
          })
          .map((target) => target.textContent),
        cut: [...document.querySelectorAll<HTMLElement>('.panel .value, .line .words, .title')]
          .filter((text) => text.scrollWidth > text.clientWidth + 1)
          .map((text) => text.textContent),
      }));
      expect(seen).toEqual({ look: colorScheme, page: width, small: [], cut: [] });
    }
  });
});
