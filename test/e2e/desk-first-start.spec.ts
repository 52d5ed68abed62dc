import { PostgresSetup } from '@bellwether/persistence';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer, openPage, standingOf } from './desk-page.js';
import { openBrowser } from '../support/live-stage-browser.js';
import { addressOfOwn } from '../support/address-of-own.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  const [urls, { port, url }] = await Promise.all([testUrls(), addressOfOwn()]);
  [browser, server] = await Promise.all([
    openBrowser(),
    startTestServer({ ...urls, port, publicUrl: url }),
  ]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

describe('the first start', () => {
  it('leads from the link in the terminal to the first number on the wall', async () => {
    const token = `bw_setup_${crypto.randomUUID()}`;
    await server.app.get(PostgresSetup).offer(token);
    const { page, complaints } = await openPage(browser, `${server.url}/desk/#setup=${token}`);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    await press('Set up the floor');
    const name = page.getByLabel('Organisation');
    await expect.poll(() => name.getAttribute('aria-invalid'), SOON).toBe('true');
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await name.fill('Harbour & Pine');
    await page.getByLabel('Time zone').fill('dublin');
    await page.keyboard.press('Enter');
    await page.getByLabel('Currency').fill('eur');
    await page.keyboard.press('Enter');
    await page.getByLabel('Numbers and dates').fill('en-IE');
    await page.keyboard.press('Enter');
    await page.getByLabel('Your name').fill('Ingrid');
    await page.getByLabel('E-mail').fill(`ingrid-${crypto.randomUUID()}@example.com`);
    await page.getByLabel('Choose a password').fill('short');
    await press('Set up the floor');
    await page.getByText('Choose a password of ten characters or more').waitFor();
    await page.getByLabel('Choose a password').fill('correct horse battery');
    await press('Set up the floor');

    await page.getByRole('heading', { name: 'What you need now' }).waitFor();
    const shown = await page.locator('code').allTextContents();
    const wallLink = shown.find((text) => text.includes('/tv/#key='));
    const [, key] = /Bearer (\S+)'/.exec(shown.join('\n')) ?? [];
    const [, deal] = /-d '(.+)'/.exec(shown.join('\n')) ?? [];
    const sent = await fetch(`${server.url}/api/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: deal ?? '',
    });
    expect(sent.status).toBe(202);
    await page.locator('[data-arrived="true"]').waitFor();
    await press('Go to the desk');

    await page.locator('[data-pile="unknown-person"]').click();
    await page.getByLabel('Name', { exact: true }).fill('Ingrid Solbakken');
    await press('Add them');
    await expect.poll(() => standingOf(page), SOON).toEqual(['Ingrid Solbakken €1,250']);
    await page.getByText('Everything is accounted for.').waitFor();

    const wall = await openPage(browser, onServer(wallLink ?? '', server.url));
    await wall.page.locator('[data-board="revenue_won.month.reps"]').waitFor();
    await expect
      .poll(() => wall.page.locator('[data-hill="0"]').textContent(), SOON)
      .toMatch(/Ingrid[\s\S]*€1,250/);

    await page.reload();
    await page.getByRole('heading', { name: 'Harbour & Pine' }).waitFor();
    expect([...complaints, ...wall.complaints]).toEqual([]);
  });

  it('asks for the link when the key opens nothing, and takes what is pasted', async () => {
    const { ownerKey, screenKey } = await server.found();
    const { page, complaints } = await openPage(
      browser,
      `${server.url}/desk/#key=bw_owner_guessed`,
    );
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.getByText('I have a desk link or a key').click();
    const paste = async (text: string) => {
      await page.getByLabel('Desk link or key').fill(text);
      await page.keyboard.press('Enter');
    };
    await paste('nothing of the kind');
    await page.getByText('There is no key in that').waitFor();
    await paste(screenKey);
    await page.getByRole('heading', { name: 'This link is for a wall' }).waitFor();
    await page.getByRole('button', { name: 'Sign in or use another link' }).click();
    await page.getByText('I have a desk link or a key').click();
    await paste(`https://sales.example.com/desk/#key=${ownerKey}`);
    await page.getByRole('heading', { name: 'Standing' }).waitFor();
    // A key in the address is seen by whoever looks at the screen.
    await expect.poll(() => page.url(), SOON).not.toContain('#');
    expect(complaints).toEqual([]);
  });
});
