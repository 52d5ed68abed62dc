import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import { deal, openPhone, PhoneFloor } from '../support/phone-stage.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 60_000, interval: 50 };
const NUMBER = '[data-metric="revenue_won"] [data-part="score"]';

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

describe("a phone's life", () => {
  it('keeps the last numbers without its server, also when it is opened anew, and recovers alone', async () => {
    const first = await startTestServer(await testUrls());
    const floor = await PhoneFloor.open(first, 'ada', 'bea');
    await floor.send(deal('D-1', 'ada', '7000.00'), deal('D-2', 'bea', '2500.00'));
    await floor.api.standing('revenue_won.month.reps');
    const { page, close } = await openPhone(browser, floor.address(await floor.keyOf('bea')));
    onTestFinished(close);
    await page.locator('[data-period="month"]').click();
    await expect.poll(() => page.locator(NUMBER).textContent(), SOON).toBe('€2,500');
    await expect.poll(() => keptNumbers(page), SOON).toContain('revenue_won.month.reps');
    await expect.poll(() => keptFiles(page), SOON).toBeGreaterThan(5);

    const port = Number(new URL(first.url).port);
    await first.close();
    await page.waitForSelector('[data-part="offline"]', { timeout: 60_000 });
    expect(await page.locator(NUMBER).textContent()).toBe('€2,500');

    await page.reload();
    await page.waitForSelector('[data-part="offline"]', { timeout: 60_000 });
    expect(await page.locator(NUMBER).textContent()).toBe('€2,500');
    expect(await page.locator('[data-part="offline"]').textContent()).toMatch(
      /This was true at \d\d:\d\d/,
    );
    expect(await page.locator('[data-freshness]').getAttribute('data-freshness')).toBe('offline');

    const second = await startTestServer({ ...(await testUrls()), prefix: first.prefix, port });
    onTestFinished(() => second.close());
    await page.waitForSelector('[data-freshness="live"]', { timeout: 60_000 });
    await page.waitForSelector('[data-part="offline"]', { state: 'detached' });
    await floor.send(deal('D-3', 'bea', '9000.00'));
    await expect.poll(() => page.locator(NUMBER).textContent(), SOON).toBe('€11,500');
  });

  it('says what is wrong with a key, forgets what it showed, and takes another link', async () => {
    const server = await startTestServer(await testUrls());
    onTestFinished(() => server.close());
    const floor = await PhoneFloor.open(server, 'ada');
    const { page, close } = await openPhone(browser, floor.address('bw_rep_of_long_ago'));
    onTestFinished(close);
    await page.waitForSelector('[data-state="bad-key"]');
    expect(await page.locator('h1').textContent()).toBe('You are signed out');
    expect(await keptNumbers(page)).toEqual([]);

    const field = page.getByLabel('Or paste your link here');
    await field.fill('no key at all');
    await page.getByRole('button', { name: 'Open my numbers' }).click();
    await expect.poll(() => page.locator('main').textContent(), SOON).toContain('Paste the whole');

    await field.fill(floor.address(floor.api.founded.ownerKey));
    await page.getByRole('button', { name: 'Open my numbers' }).click();
    await page.waitForSelector('[data-state="not-a-phone"]');
    expect(await page.locator('h1').textContent()).toBe('This link is for the desk');

    await field.fill(floor.address(await floor.keyOf('ada')));
    await page.getByRole('button', { name: 'Open my numbers' }).click();
    await page.waitForSelector('[data-freshness="live"]');
    await expect.poll(() => page.title(), SOON).toBe('ada, Bellwether');
  });

  it('is forgotten when its person says so, and its link still opens it', async () => {
    const server = await startTestServer(await testUrls());
    onTestFinished(() => server.close());
    const floor = await PhoneFloor.open(server, 'ada');
    const link = floor.address(await floor.keyOf('ada'));
    const { page, close } = await openPhone(browser, link);
    onTestFinished(close);
    await page.waitForSelector('[data-freshness="live"]');
    const forget = page.getByRole('button', { name: 'Forget this phone' });
    await forget.click();
    await page.getByRole('button', { name: 'Stay' }).click();
    await forget.click();
    await forget.click();
    await page.waitForSelector('[data-state="left"]');
    expect(await keptAtAll(page)).toEqual([]);
    await page.reload();
    await page.waitForSelector('[data-state="no-key"]');
    await page.getByLabel('Or paste your link here').fill(link);
    await page.getByRole('button', { name: 'Open my numbers' }).click();
    await page.waitForSelector('[data-freshness="live"]');
  });

  it('is signed out by whoever signed in, once the server has heard it', async () => {
    const server = await startTestServer({
      ...(await testUrls()),
      publicUrl: 'http://127.0.0.1',
    });
    onTestFinished(() => server.close());
    const floor = await PhoneFloor.open(server, 'ada');
    const person = floor.people.get('ada') ?? 0;
    const { page, close } = await openPhone(browser, `${server.url}/phone/`);
    onTestFinished(close);
    const account = await AccountClient.join(floor.api, { role: 'rep', person });
    await page.context().addCookies(account.forBrowser());
    await page.reload();
    await page.getByText(`Signed in as ${account.email}`).waitFor();
    const signOut = page.getByRole('button', { name: 'Sign out' });
    await signOut.click();
    await page.context().setOffline(true);
    await signOut.click();
    await page.getByText('The server does not answer').waitFor();
    await page.context().setOffline(false);
    await signOut.click();
    await page.waitForSelector('[data-state="left"]');
    expect(await keptAtAll(page)).toEqual([]);
    expect((await account.send('/api/v1/session')).status).toBe(401);
  });
});

async function keptAtAll(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.startsWith('bellwether.phone.')),
  );
}

async function keptNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith('bellwether.phone.board.'))
      .map((name) => name.slice('bellwether.phone.board.'.length)),
  );
}

async function keptFiles(page: Page): Promise<number> {
  return page.evaluate(async () => (await (await caches.open('bellwether-phone')).keys()).length);
}
