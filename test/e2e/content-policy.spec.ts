import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { LinkMade } from '@bellwether/contracts';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = [await startTestServer(await testUrls()), await openBrowser()];
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** What the browser refused to load or run on a page, once the page has come so far. */
async function refusals(address: string, ready: string): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector(ready, { state: 'attached' });
  return refused;
}

describe('the content policy', () => {
  it('lets the wall, the desk and the phone do all they do', async () => {
    const floor = await ApiClient.found(server);
    const people = await floor.hire('Iberia', 'ada');
    const { ownerKey, screenKey } = floor.founded;
    const path = `/api/v1/people/${people.get('ada')}/links`;
    const { url } = (await floor.own<LinkMade>(path, { json: {} })).body;
    const phoneKey = url.split('#key=')[1];
    expect([
      await refusals(`${server.url}/tv/#key=${screenKey}`, '[data-freshness="live"]'),
      await refusals(`${server.url}/tv/`, '[data-picture="no-key"] .step'),
      await refusals(`${server.url}/desk/#key=${ownerKey}`, '[data-freshness="live"]'),
      await refusals(`${server.url}/desk/sources#key=${ownerKey}`, '[data-source="canonical"]'),
      await refusals(`${server.url}/phone/#key=${phoneKey}`, '[data-freshness="live"]'),
    ]).toEqual([[], [], [], [], []]);
  });

  it('runs no script that somebody has slipped in', async () => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${server.url}/desk/`);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.slippedIn = true';
      document.body.append(script);
      return 'slippedIn' in window;
    });
    expect(ran).toBe(false);
  });
});
