import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../apps/server/src/engines/free-port.js';
import { AccountClient, PASSWORD } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

let browser: Browser;
let server: TestServer;
let floor: ApiClient;
/** Passkeys are for names: the number of the machine will not do. */
let address: string;
beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  [browser, server] = await Promise.all([
    openBrowser(),
    testUrls().then((urls) => startTestServer({ ...urls, port, publicUrl: address })),
  ]);
  floor = await ApiClient.found(server);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const standing = (page: Page) => page.getByRole('heading', { name: 'Standing' }).waitFor();

/** A device in the browser that asks who holds it, and is answered. */
async function withDevice(page: Page): Promise<{ readonly cdp: CDPSession; readonly id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

async function openAccount(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'your account' }).click();
  await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
}

describe('a passkey', () => {
  it('is made, signs in without a password, is renamed and taken away', async () => {
    const { email } = await AccountClient.join(floor, { role: 'admin' });
    const { page, complaints } = await openPage(browser, `${address}/desk/`);
    const device = await withDevice(page);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await standing(page);

    await openAccount(page);
    await press(page, 'Add a passkey');
    await page.getByText('Chrome on Linux').first().waitFor();
    await page.getByText('The passkey is kept').waitFor();
    await press(page, 'Add a passkey');
    await page.getByText('This device has a passkey of yours already').waitFor();
    await press(page, 'Sign out');

    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await press(page, 'Sign in with a passkey');
    await standing(page);
    expect(await page.context().cookies()).toContainEqual(
      expect.objectContaining({ name: 'bellwether.session_token', httpOnly: true }),
    );

    await openAccount(page);
    await press(page, 'Rename Chrome on Linux');
    await page.getByLabel('Name', { exact: true }).fill('The blue laptop');
    await press(page, 'Keep the name');
    await press(page, 'Take The blue laptop away');
    await press(page, 'Take it away');
    await page.getByText('The blue laptop opens nothing any more').waitFor();
    await page.getByText('Sign in with your finger').waitFor();
    await press(page, 'Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await press(page, 'Sign in with a passkey');
    await page.getByText('This passkey opens no account here').waitFor();
    expect(complaints).toEqual([]);
    await device.cdp.detach();
  });

  it('that the device does not give says so, and the password still does', async () => {
    const { email } = await AccountClient.join(floor, { role: 'admin' });
    const { page } = await openPage(browser, `${address}/desk/`);
    const { cdp, id } = await withDevice(page);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await press(page, 'Sign in with a passkey');
    await page.getByText('No passkey was used').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await standing(page);
  });

  it('is not offered where it could not be shown', async () => {
    const { page } = await openPage(browser, `${server.url}/desk/`);
    await page.getByLabel('E-mail').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Sign in with a passkey').count()).toBe(0);
  });
});
